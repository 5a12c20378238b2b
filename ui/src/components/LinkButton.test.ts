import { expect, test, vi } from "vitest";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import { words } from "../testing/examples";
import set from "./LinkButton.examples";
import LinkButton from "./LinkButton.svelte";

checkExamples(set);

test("with an address it is a link, without one a button", async () => {
  const link = await render(LinkButton, { children: words("Hours"), href: "#/hours" });
  await expect.element(link.getByRole("link", { name: "Hours" })).toHaveAttribute("href", "#/hours");
  await link.unmount();

  const onclick = vi.fn();
  const button = await render(LinkButton, { children: words("Undo"), onclick });
  await button.getByRole("button", { name: "Undo" }).click();
  expect(onclick).toHaveBeenCalledTimes(1);
});

test("words for the ear belong to its name", async () => {
  const screen = await render(LinkButton, {
    children: words("Open"),
    href: "#/bin",
    about: "the bin",
  });
  await expect.element(screen.getByRole("link", { name: "Open the bin" })).toBeInTheDocument();
});
