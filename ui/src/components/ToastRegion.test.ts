import { afterEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { Toasts } from "../state/toast.svelte";
import { checkExamples } from "../testing/accessible";
import set from "./ToastRegion.examples";
import ToastRegion from "./ToastRegion.svelte";

checkExamples(set);

test("the region is there before its first message, so that the message is read", async () => {
  const toasts = new Toasts();
  const screen = await render(ToastRegion, { toasts });
  await expect.element(screen.getByRole("status", { name: "Messages" })).toBeInTheDocument();
  toasts.show("Moved to the bin", { seconds: 3600 });
  await expect.element(screen.getByText("Moved to the bin")).toBeVisible();
});

test("Undo takes it back and takes the message away", async () => {
  const toasts = new Toasts();
  const run = vi.fn();
  toasts.show("Moved to the bin", { action: { label: "Undo", run }, seconds: 3600 });
  const screen = await render(ToastRegion, { toasts });
  await screen.getByRole("button", { name: "Undo" }).click();
  expect(run).toHaveBeenCalledTimes(1);
  expect(toasts.list).toEqual([]);
});

test("focus holds every message", async () => {
  const toasts = new Toasts();
  const hold = vi.spyOn(toasts, "hold");
  const release = vi.spyOn(toasts, "release");
  toasts.show("Moved to the bin", { seconds: 3600 });
  const screen = await render(ToastRegion, { toasts });
  const button = screen.getByRole("button", { name: "Dismiss" }).element() as HTMLElement;
  button.focus();
  expect(hold).toHaveBeenCalledTimes(1);
  button.blur();
  await expect.poll(() => release.mock.calls.length).toBe(1);
});

/** A control of a page, to come from and to go back to. */
function control(label: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.textContent = label;
  document.body.append(button);
  return button;
}
afterEach(() => {
  for (const button of document.querySelectorAll("body > button")) button.remove();
});

const visit = (component: unknown): boolean => (component as { visit(): boolean }).visit();

test("the keyboard goes to the latest message and back", async () => {
  const toasts = new Toasts();
  toasts.show("First", { seconds: 3600 });
  toasts.show("Second", { action: { label: "Undo", run: vi.fn() }, seconds: 3600 });
  const before = control("Before");
  const screen = await render(ToastRegion, { toasts });
  before.focus();
  expect(visit(screen.component)).toBe(true);
  await expect.element(screen.getByRole("button", { name: "Undo" })).toHaveFocus();
  expect(visit(screen.component)).toBe(true);
  expect(document.activeElement).toBe(before);
});

test("a message that goes with the keyboard in it gives it on, at last to where it came from", async () => {
  const toasts = new Toasts();
  toasts.show("First", { seconds: 3600 });
  toasts.show("Second", { seconds: 3600 });
  const before = control("Before");
  const screen = await render(ToastRegion, { toasts });
  before.focus();
  visit(screen.component);
  await userEvent.keyboard("{Enter}");
  await expect.element(screen.getByRole("button", { name: "Dismiss" })).toHaveFocus();
  await userEvent.keyboard("{Escape}");
  await expect.poll(() => document.activeElement).toBe(before);
  expect(toasts.list).toEqual([]);
});

test("without a message there is nowhere to go", async () => {
  const screen = await render(ToastRegion, { toasts: new Toasts() });
  expect(visit(screen.component)).toBe(false);
});
