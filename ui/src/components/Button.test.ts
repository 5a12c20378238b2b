import { expect, test, vi } from "vitest";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import { words } from "../testing/examples";
import Button from "./Button.svelte";
import set from "./Button.examples";

checkExamples(set);

test("a press does the thing once", async () => {
  const onclick = vi.fn();
  const screen = await render(Button, { children: words("Add"), onclick });
  await screen.getByRole("button", { name: "Add" }).click();
  expect(onclick).toHaveBeenCalledTimes(1);
});

test("a busy button keeps its place in the order and does nothing", async () => {
  const onclick = vi.fn();
  const screen = await render(Button, { children: words("Export"), busy: true, onclick });
  const button = screen.getByRole("button", { name: "Export" });
  (button.element() as HTMLElement).click();
  expect(onclick).not.toHaveBeenCalled();
  await expect.element(button).toHaveAttribute("aria-disabled", "true");
  (button.element() as HTMLElement).focus();
  expect(document.activeElement).toBe(button.element());
});

test("it never submits a form unless told to", async () => {
  const screen = await render(Button, { children: words("Add") });
  await expect.element(screen.getByRole("button")).toHaveAttribute("type", "button");
});
