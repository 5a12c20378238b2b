import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
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
