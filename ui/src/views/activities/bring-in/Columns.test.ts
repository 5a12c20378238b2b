import { expect, test, vi } from "vitest";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../../../testing/accessible";
import set from "./Columns.examples";
import Columns from "./Columns.svelte";
import { table } from "./samples";

checkExamples(set);

test("each column is a row with examples and one choice, and what is chosen is told", async () => {
  const onsaid = vi.fn();
  const screen = await render(Columns, { table, onsaid });
  await expect.element(screen.getByText("Say which column holds the date.")).toBeVisible();
  await expect.element(screen.getByText("03/04/2026 · 05/04/2026")).toBeVisible();
  await screen.getByLabelText("What “Wann” holds").selectOptions("Date");
  await screen.getByLabelText("What “Was” holds").selectOptions("What it was");
  await screen.getByRole("button", { name: "Show the entries" }).click();
  expect(onsaid).toHaveBeenCalledWith({
    delimiter: "semicolon",
    columns: ["date", "title", "unused", "unused"],
    dates: "day_first",
  });
});

test("dates that can be read either way are asked about with one of them", async () => {
  const onsaid = vi.fn();
  const asked = { ...table, columns: ["date", "title", "took", "unused"] as const, missing: "" };
  const screen = await render(Columns, { table: { ...asked, columns: [...asked.columns] }, ambiguous: true, onsaid });
  await expect.element(screen.getByText(/such as 03\/04\/2026, can be read either way/)).toBeVisible();
  await screen.getByRole("radio", { name: "Month first, as in 12/31/2026" }).click();
  await screen.getByRole("button", { name: "Show the entries" }).click();
  expect(onsaid).toHaveBeenCalledWith(expect.objectContaining({ dates: "month_first" }));
});

test("another delimiter is tried at once", async () => {
  const onsaid = vi.fn();
  const screen = await render(Columns, { table, onsaid });
  await screen.getByLabelText("Between the columns there is a").selectOptions("Comma");
  expect(onsaid).toHaveBeenCalledWith(expect.objectContaining({ delimiter: "comma" }));
});
