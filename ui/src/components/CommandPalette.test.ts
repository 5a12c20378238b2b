import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { Actions } from "../state/actions.svelte";
import { checkExamples } from "../testing/accessible";
import set from "./CommandPalette.examples";
import CommandPalette from "./CommandPalette.svelte";

checkExamples(set);

function offered() {
  const actions = new Actions();
  const write = vi.fn();
  const dark = vi.fn();
  actions.add([
    { id: "write", label: "Write a reflection", run: write },
    { id: "dark", label: "Use the dark theme", keywords: "night", run: dark },
  ]);
  return { actions, write, dark };
}

test("an action is found by another word and run with Enter", async () => {
  const { actions, dark, write } = offered();
  const screen = await render(CommandPalette, { open: true, actions });
  await expect.element(screen.getByRole("combobox")).toHaveFocus();
  await userEvent.keyboard("night{Enter}");
  await expect.poll(() => dark.mock.calls.length).toBe(1);
  expect(write).not.toHaveBeenCalled();
  await expect.poll(() => screen.container.querySelector("dialog")?.open).toBe(false);
});

test("arrows go round and Escape runs nothing", async () => {
  const { actions, dark, write } = offered();
  const screen = await render(CommandPalette, { open: true, actions });
  await userEvent.keyboard("{ArrowUp}");
  const box = screen.getByRole("combobox").element();
  const active = document.getElementById(box.getAttribute("aria-activedescendant") ?? "");
  expect(active?.textContent).toContain("Use the dark theme");
  await userEvent.keyboard("{Escape}");
  await expect.poll(() => screen.container.querySelector("dialog")?.open).toBe(false);
  expect(write).not.toHaveBeenCalled();
  expect(dark).not.toHaveBeenCalled();
});

test("a word that nothing has says so", async () => {
  const screen = await render(CommandPalette, { open: true, actions: offered().actions });
  await userEvent.keyboard("zzz");
  await expect.element(screen.getByText("No action has that name. Try another word.")).toBeVisible();
});
