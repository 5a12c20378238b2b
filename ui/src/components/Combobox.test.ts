import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { checkExamples, violations } from "../testing/accessible";
import set, { works } from "./Combobox.examples";
import Combobox from "./Combobox.svelte";

checkExamples(set);

test("typing narrows, arrows and Enter choose", async () => {
  const onchoose = vi.fn();
  const screen = await render(Combobox, { label: "Theory", options: works, onchoose });
  const box = screen.getByRole("combobox", { name: "Theory" });
  await userEvent.type(box, "schon");
  await expect.element(box).toHaveAttribute("aria-expanded", "true");
  expect(screen.getByRole("option").elements()).toHaveLength(1);
  await userEvent.keyboard("{ArrowDown}");
  const active = box.element().getAttribute("aria-activedescendant") ?? "";
  expect(document.getElementById(active)?.textContent).toContain("Schön (1983)");
  await userEvent.keyboard("{Enter}");
  expect(onchoose).toHaveBeenCalledWith(works[2]);
  await expect.element(box).toHaveValue("Schön (1983)");
  await expect.element(box).toHaveAttribute("aria-expanded", "false");
});

test("Escape closes the list and keeps the keyboard in the box", async () => {
  const screen = await render(Combobox, { label: "Theory", options: works });
  const box = screen.getByRole("combobox");
  await box.click();
  await expect.element(box).toHaveAttribute("aria-expanded", "true");
  await userEvent.keyboard("{Escape}");
  await expect.element(box).toHaveAttribute("aria-expanded", "false");
  await expect.element(box).toHaveFocus();
});

test("leaving without choosing puts back what was chosen", async () => {
  const screen = await render(Combobox, { label: "Theory", options: works, value: "benner" });
  const box = screen.getByRole("combobox");
  await userEvent.fill(box, "something else");
  (box.element() as HTMLElement).blur();
  await expect.element(box).toHaveValue("Benner (1984)");
});

test("Enter takes the only match if it can be read in it, never one found by what is not seen", async () => {
  const onchoose = vi.fn();
  const find = () => works.slice(0, 1);
  const create = { label: (typed: string) => `Add “${typed}”`, run: vi.fn() };
  const screen = await render(Combobox, { label: "Theory", options: works, find, create, onchoose });
  const box = screen.getByRole("combobox");
  await userEvent.type(box, "Carper{Enter}");
  expect(onchoose).not.toHaveBeenCalled();
  expect(create.run).not.toHaveBeenCalled();
  await expect.element(box).toHaveAttribute("aria-expanded", "true");
  await userEvent.fill(box, "novice");
  await userEvent.keyboard("{Enter}");
  expect(onchoose).toHaveBeenCalledWith(works[0]);
});

test("what is not there can be made", async () => {
  const run = vi.fn();
  const screen = await render(Combobox, {
    label: "Theory",
    options: works,
    create: { label: (typed: string) => `Add “${typed}”`, run },
  });
  await userEvent.type(screen.getByRole("combobox"), "Carper");
  await screen.getByRole("option", { name: "Add “Carper”" }).click();
  expect(run).toHaveBeenCalledWith("Carper");
});

test("a late answer to an earlier text is not shown", async () => {
  const waiting = new Map<string, (found: typeof works) => void>();
  const screen = await render(Combobox, {
    label: "Theory",
    options: (typed: string) =>
      new Promise<typeof works>((resolve) => waiting.set(typed, resolve)),
  });
  const box = screen.getByRole("combobox");
  await userEvent.fill(box, "b");
  await userEvent.fill(box, "be");
  waiting.get("be")?.(works.slice(0, 1));
  waiting.get("b")?.(works);
  await expect.poll(() => screen.getByRole("option").elements().length).toBe(1);
  await expect.element(screen.getByRole("option")).toHaveTextContent("Benner (1984)");
});

test("the open list is accessible", async () => {
  const screen = await render(Combobox, { label: "Theory", options: works });
  await screen.getByRole("combobox").click();
  await userEvent.keyboard("{ArrowDown}");
  expect(await violations()).toEqual([]);
});
