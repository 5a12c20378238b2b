import { expect, test, vi } from "vitest";
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
