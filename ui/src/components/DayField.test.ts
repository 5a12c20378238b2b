import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import examples from "./DayField.examples";
import DayField from "./DayField.svelte";

checkExamples(examples);

test("words are understood as they are typed, and said back", async () => {
  const heard: string[] = [];
  const screen = await render(DayField, {
    label: "Day",
    today: "2026-03-12",
    value: "today",
    onchange: (iso: string) => heard.push(iso),
  });
  await expect.element(screen.getByText("Thu 12 Mar 2026")).toBeVisible();
  await userEvent.fill(screen.getByRole("textbox", { name: "Day" }), "last mon");
  await expect.element(screen.getByText("Mon 9 Mar 2026")).toBeVisible();
  expect(heard.at(-1)).toBe("2026-03-09");
});

test("what is no day is said once the box is left, and a form hears of it before", async () => {
  const screen = await render(DayField, { label: "Day", today: "2026-03-12", value: "" });
  const box = screen.getByRole("textbox", { name: "Day" });
  await userEvent.fill(box, "31 feb");
  await expect.element(screen.getByText(/has only 28 days/)).not.toBeInTheDocument();
  expect((box.element() as HTMLInputElement).validationMessage).toBe("February 2026 has only 28 days");
  await userEvent.tab();
  await expect.element(screen.getByText(/has only 28 days/)).toBeVisible();
});
