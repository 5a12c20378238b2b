import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import type { MinutesReading } from "./minutes";
import set, { readForExample } from "./MinutesField.examples";
import MinutesField from "./MinutesField.svelte";

checkExamples(set);

test("what was understood is said back", async () => {
  const onchange = vi.fn();
  const screen = await render(MinutesField, { label: "Time", parse: readForExample, onchange });
  await userEvent.fill(screen.getByRole("textbox", { name: "Time" }), "1h30");
  await expect.element(screen.getByText("That is 1 h 30")).toBeVisible();
  expect(onchange).toHaveBeenLastCalledWith(90, "1h30");
});

test("another way to understand it is one press", async () => {
  const screen = await render(MinutesField, { label: "Time", value: "7", parse: readForExample });
  await screen.getByRole("button", { name: "or 7 min?" }).click();
  await expect.element(screen.getByRole("textbox", { name: "Time" })).toHaveValue("7 min");
});

test("what cannot be read is said after leaving the box", async () => {
  const onchange = vi.fn();
  const screen = await render(MinutesField, { label: "Time", parse: readForExample, onchange });
  await userEvent.fill(screen.getByRole("textbox", { name: "Time" }), "long");
  await expect.poll(() => onchange.mock.lastCall).toEqual([undefined, "long"]);
  expect(screen.container.textContent).not.toContain("Write it like");
  await userEvent.tab();
  await expect.element(screen.getByText("Write it like 1h30 or 90")).toBeVisible();
});

test("a late answer to an earlier text is not believed", async () => {
  const waiting = new Map<string, (reading: MinutesReading) => void>();
  const screen = await render(MinutesField, {
    label: "Time",
    value: "1",
    parse: (typed) => new Promise<MinutesReading>((resolve) => waiting.set(typed, resolve)),
  });
  await expect.poll(() => waiting.has("1")).toBe(true);
  await userEvent.fill(screen.getByRole("textbox"), "2h");
  await expect.poll(() => waiting.has("2h")).toBe(true);
  waiting.get("2h")?.({ minutes: 120 });
  waiting.get("1")?.({ minutes: 1 });
  await expect.element(screen.getByText("That is 2 h")).toBeVisible();
});
