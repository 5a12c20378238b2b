import { expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import set from "./PageHeader.examples";
import PageHeader from "./PageHeader.svelte";

checkExamples(set);

test("the title is the one heading of the first level, and the way back is a link", async () => {
  const screen = await render(PageHeader, {
    title: "Hours",
    back: { href: "#/today", label: "Today" },
  });
  await expect.element(screen.getByRole("heading", { level: 1, name: "Hours" })).toBeVisible();
  await expect.element(screen.getByRole("link", { name: "Today" })).toHaveAttribute("href", "#/today");
});
