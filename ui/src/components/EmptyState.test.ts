import { expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import set from "./EmptyState.examples";
import EmptyState from "./EmptyState.svelte";

checkExamples(set);

test("its title is a heading of the level of its place", async () => {
  const screen = await render(EmptyState, { title: "Nothing yet", why: "Because.", level: 3 });
  await expect
    .element(screen.getByRole("heading", { level: 3, name: "Nothing yet" }))
    .toBeVisible();
});
