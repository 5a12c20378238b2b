import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import set from "./DateField.examples";
import DateField from "./DateField.svelte";
import { unread } from "./unread";

checkExamples(set);

test("three boxes make one day, which is said back", async () => {
  const onchange = vi.fn();
  const screen = await render(DateField, { label: "Day", onchange });
  await userEvent.type(screen.getByRole("textbox", { name: "Day" }), "12");
  await userEvent.type(screen.getByRole("textbox", { name: "Month" }), "mar");
  await userEvent.type(screen.getByRole("textbox", { name: "Year" }), "2026");
  expect(onchange).toHaveBeenLastCalledWith({ kind: "day", iso: "2026-03-12" });
  await expect.element(screen.getByText("Thu 12 Mar 2026")).toBeVisible();
});

test("a whole date pasted into one box fills all three", async () => {
  const onchange = vi.fn();
  const screen = await render(DateField, { label: "Day", onchange });
  await userEvent.fill(screen.getByRole("textbox", { name: "Day" }), "31/12/2026");
  await expect.element(screen.getByRole("textbox", { name: "Month" })).toHaveValue("12");
  expect(onchange).toHaveBeenLastCalledWith({ kind: "day", iso: "2026-12-31" });
});

test("nobody is told off before leaving the boxes", async () => {
  const screen = await render(DateField, { label: "Day" });
  await userEvent.fill(screen.getByRole("textbox", { name: "Day" }), "31");
  await userEvent.fill(screen.getByRole("textbox", { name: "Month" }), "2");
  await userEvent.fill(screen.getByRole("textbox", { name: "Year" }), "2026");
  expect(screen.container.textContent).not.toContain("only 28 days");
  await userEvent.tab();
  await expect.element(screen.getByText("February 2026 has only 28 days")).toBeVisible();
  await expect
    .element(screen.getByRole("textbox", { name: "Day" }))
    .toHaveAttribute("aria-invalid", "true");
});

test("a day from outside fills the boxes", async () => {
  const screen = await render(DateField, { label: "Day", value: "2026-03-12" });
  await screen.rerender({ value: "2027-01-02" });
  await expect.element(screen.getByRole("textbox", { name: "Year" })).toHaveValue("2027");
});

test("a quick day is one press", async () => {
  const onchange = vi.fn();
  const screen = await render(DateField, {
    label: "Day",
    onchange,
    quick: [{ label: "Today", iso: "2026-11-23" }],
  });
  await screen.getByRole("button", { name: "Today" }).click();
  expect(onchange).toHaveBeenLastCalledWith({ kind: "day", iso: "2026-11-23" });
});

test("a form hears which day is wrong, from the box that is", async () => {
  const screen = await render(DateField, { label: "Planned end" });
  await userEvent.fill(screen.getByRole("textbox", { name: "Day" }), "3");
  await userEvent.fill(screen.getByRole("textbox", { name: "Month" }), "13");
  await userEvent.fill(screen.getByRole("textbox", { name: "Year" }), "2026");
  const heard = await unread(screen.container);
  const month = screen.getByRole("textbox", { name: "Month" }).element();
  expect(heard).toEqual([{ field: month.id, text: expect.stringMatching(/^Planned end: the month /) }]);
});

test("the ring of the box in use leaves its name free", async () => {
  const screen = await render(DateField, { label: "Original start" });
  const box = screen.getByRole("textbox", { name: "Day" });
  await box.click();
  const element = box.element() as HTMLInputElement;
  const { outlineWidth, outlineOffset } = getComputedStyle(element);
  const ring =
    element.getBoundingClientRect().top - Number.parseFloat(outlineWidth) - Number.parseFloat(outlineOffset);
  const name = document.createRange();
  name.selectNodeContents(screen.container.querySelector(`label[for="${element.id}"]`) as Node);
  // The box of a line is a little higher than its letters.
  expect(ring).toBeGreaterThanOrEqual(name.getBoundingClientRect().bottom - 1);
});
