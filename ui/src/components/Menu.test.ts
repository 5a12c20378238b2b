import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { checkExamples, violations } from "../testing/accessible";
import set from "./Menu.examples";
import Menu from "./Menu.svelte";

checkExamples(set);

function items() {
  const open = vi.fn();
  const bin = vi.fn();
  return {
    open,
    bin,
    items: [
      { label: "Open", run: open },
      { label: "Not now", run: vi.fn(), disabled: true },
      { label: "Move to the bin", run: bin, danger: true },
    ],
  };
}

test("arrow keys go round, Enter chooses, and the focus returns", async () => {
  const { items: list, bin } = items();
  const screen = await render(Menu, { items: list });
  const button = screen.getByRole("button", { name: "More" });
  (button.element() as HTMLElement).focus();
  await userEvent.keyboard("{ArrowDown}");
  await expect.element(screen.getByRole("menuitem", { name: "Open" })).toHaveFocus();
  await userEvent.keyboard("{ArrowUp}");
  await expect.element(screen.getByRole("menuitem", { name: "Move to the bin" })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  expect(bin).toHaveBeenCalledTimes(1);
  await expect.element(button).toHaveFocus();
  await expect.element(button).toHaveAttribute("aria-expanded", "false");
});

test("letters jump to an entry", async () => {
  const screen = await render(Menu, { items: items().items });
  await screen.getByRole("button", { name: "More" }).click();
  await userEvent.keyboard("m");
  await expect.element(screen.getByRole("menuitem", { name: "Move to the bin" })).toHaveFocus();
});

test("Escape closes only the menu", async () => {
  const screen = await render(Menu, { items: items().items });
  const button = screen.getByRole("button", { name: "More" });
  await button.click();
  await expect.element(screen.getByRole("menuitem", { name: "Open" })).toHaveFocus();
  await userEvent.keyboard("{Escape}");
  await expect.element(button).toHaveFocus();
});

test("what is not possible now stays and does nothing", async () => {
  const list = items();
  const screen = await render(Menu, { items: list.items });
  await screen.getByRole("button", { name: "More" }).click();
  const entry = screen.getByRole("menuitem", { name: "Not now" });
  (entry.element() as HTMLElement).click();
  expect(list.items[1]?.run).not.toHaveBeenCalled();
});

test("an open menu is accessible and inside the window", async () => {
  const screen = await render(Menu, { items: items().items });
  await screen.getByRole("button", { name: "More" }).click();
  const box = screen.getByRole("menu").element().getBoundingClientRect();
  expect(box.left).toBeGreaterThanOrEqual(0);
  expect(box.bottom).toBeLessThanOrEqual(innerHeight);
  expect(await violations()).toEqual([]);
});
