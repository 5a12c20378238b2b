import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import set from "./Toolbar.examples";
import Toolbar from "./Toolbar.svelte";

checkExamples(set);

test("it is one stop of the Tab key, gone along with the arrows", async () => {
  const run = vi.fn();
  const tools = [
    { label: "Bold", icon: "bold", key: "Ctrl+B", run: () => run("bold") },
    { label: "Italic", icon: "italic", run: () => run("italic") },
    { label: "Quotation", icon: "quote", run: () => run("quote") },
  ] as const;
  const after = document.createElement("button");
  const screen = await render(Toolbar, { label: "How it is set", tools });
  document.body.append(after);
  const button = (name: string) => screen.getByRole("button", { name });
  expect(button("Bold").element().getAttribute("title")).toBe("Bold (Ctrl+B)");
  await userEvent.tab();
  await expect.element(button("Bold")).toHaveFocus();
  await userEvent.keyboard("{ArrowRight}{Enter}");
  expect(run).toHaveBeenLastCalledWith("italic");
  await userEvent.keyboard("{ArrowRight}{ArrowRight}");
  await expect.element(button("Bold")).toHaveFocus();
  await userEvent.keyboard("{ArrowLeft}");
  await expect.element(button("Quotation")).toHaveFocus();
  await userEvent.keyboard("{Home}{End}");
  await expect.element(button("Quotation")).toHaveFocus();
  await userEvent.tab();
  expect(document.activeElement).toBe(after);
  await userEvent.tab({ shift: true });
  await expect.element(button("Quotation")).toHaveFocus();
  after.remove();
});

test("a press with the pointer leaves the keyboard where it was", async () => {
  const box = document.createElement("textarea");
  document.body.append(box);
  const run = vi.fn();
  const screen = await render(Toolbar, { label: "How it is set", tools: [{ label: "Bold", icon: "bold", run }] });
  box.focus();
  await screen.getByRole("button", { name: "Bold" }).click();
  expect(run).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(box);
  box.remove();
});
