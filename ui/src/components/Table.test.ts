import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import set, { rows } from "./Table.examples";
import Table from "./Table.svelte";

checkExamples(set);

const row = (value: unknown) => value as (typeof rows)[number];
const columns = [
  { key: "day", label: "Day", sortable: true, text: (value: unknown) => row(value).day },
  { key: "what", label: "What", heading: true, text: (value: unknown) => row(value).what },
];

test("it is a real table with headings for columns and rows", async () => {
  const screen = await render(Table, {
    caption: "This week",
    columns,
    rows,
    key: (value: unknown) => row(value).id,
  });
  await expect.element(screen.getByRole("table", { name: "This week" })).toBeVisible();
  expect(screen.getByRole("columnheader").elements()).toHaveLength(2);
  expect(screen.getByRole("rowheader").elements()).toHaveLength(3);
});

test("a heading sorts, and turns about at the second press", async () => {
  const onsort = vi.fn();
  const props = {
    caption: "This week",
    columns,
    rows,
    key: (value: unknown) => row(value).id,
    onsort,
  };
  const screen = await render(Table, props);
  await screen.getByRole("button", { name: "Day" }).click();
  expect(onsort).toHaveBeenLastCalledWith({ column: "day", descending: false });
  await screen.rerender({ sort: { column: "day", descending: false } });
  await expect
    .element(screen.getByRole("columnheader", { name: "Day" }))
    .toHaveAttribute("aria-sort", "ascending");
  await screen.getByRole("button", { name: "Day" }).click();
  expect(onsort).toHaveBeenLastCalledWith({ column: "day", descending: true });
});

test("a table wider than its room can be scrolled with the keyboard", async () => {
  await page.viewport(320, 600);
  const screen = await render(Table, {
    caption: "This week",
    columns: [{ key: "long", label: "Long", nowrap: true, text: () => "word ".repeat(60) }],
    rows: rows.slice(0, 1),
    key: () => 1,
  });
  await expect
    .element(screen.getByRole("region", { name: "This week" }))
    .toHaveAttribute("tabindex", "0");
  await page.viewport(1280, 800);
});
