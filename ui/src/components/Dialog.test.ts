import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import { pressable, words } from "../testing/examples";
import set from "./Dialog.examples";
import Dialog from "./Dialog.svelte";

checkExamples(set);

test("Escape closes it and the focus goes back to where it was", async () => {
  const opener = document.createElement("button");
  opener.textContent = "Open";
  document.body.append(opener);
  opener.focus();
  const onclose = vi.fn();
  const screen = await render(Dialog, { open: true, title: "Ask", children: words("?"), onclose });
  const dialog = screen.getByRole("dialog", { name: "Ask" });
  await expect.element(dialog).toBeVisible();
  expect(dialog.element().contains(document.activeElement)).toBe(true);
  await userEvent.keyboard("{Escape}");
  await expect.poll(() => onclose.mock.calls.length).toBe(1);
  expect(document.activeElement).toBe(opener);
  opener.remove();
});

test("it can be closed by whoever opened it", async () => {
  const screen = await render(Dialog, { open: true, title: "Ask", children: words("?") });
  await screen.rerender({ open: false });
  await expect.poll(() => screen.container.querySelector("dialog")?.open).toBe(false);
});

test("the keyboard begins at the first answer, not at the way out", async () => {
  const screen = await render(Dialog, {
    open: true,
    title: "Ask",
    children: words("?"),
    actions: pressable("Keep the window open"),
  });
  await expect
    .element(screen.getByRole("button", { name: "Keep the window open" }))
    .toHaveFocus();
});

test("Close says what it does", async () => {
  const onclose = vi.fn();
  const screen = await render(Dialog, { open: true, title: "Ask", children: words("?"), onclose });
  await screen.getByRole("button", { name: "Close" }).click();
  await expect.poll(() => onclose.mock.calls.length).toBe(1);
});

test.each([
  [1280, 800, ""],
  [800, 600, ""],
  [800, 600, "200%"],
])("what can be done is in sight however much there is to read: %i × %i %s", async (width, height, size) => {
  await page.viewport(width, height);
  if (size) document.documentElement.style.setProperty("--text-size", size);
  const screen = await render(Dialog, {
    open: true,
    title: "Ask",
    children: words("One sentence after the other. ".repeat(400)),
    actions: pressable("Go on", "primary"),
  });
  const button = screen.getByRole("button", { name: "Go on" });
  await expect.element(button).toBeInViewport({ ratio: 0.99 });
  await expect.element(screen.getByRole("heading", { name: "Ask" })).toBeInViewport({ ratio: 0.99 });
  // The text moves by the keyboard, and the buttons stay.
  const text = screen.getByRole("region", { name: "Ask" });
  (text.element() as HTMLElement).focus();
  await userEvent.keyboard("{End}");
  await expect.poll(() => text.element().scrollTop).toBeGreaterThan(0);
  await expect.element(button).toBeInViewport({ ratio: 0.99 });
  document.documentElement.style.removeProperty("--text-size");
  await page.viewport(1280, 800);
});
