import { expect, test } from "vitest";
import { moved, within } from "./grid";

const cells = [1, 3, 2];

test.each([
  ["ArrowRight", { row: 1, cell: 0 }, { row: 1, cell: 1 }],
  ["ArrowRight", { row: 1, cell: 2 }, { row: 1, cell: 2 }],
  ["ArrowLeft", { row: 1, cell: 0 }, { row: 1, cell: 0 }],
  ["ArrowDown", { row: 1, cell: 2 }, { row: 2, cell: 2 }],
  ["ArrowDown", { row: 2, cell: 0 }, { row: 2, cell: 0 }],
  ["ArrowUp", { row: 1, cell: 2 }, { row: 0, cell: 2 }],
  ["ArrowLeft", { row: 0, cell: 2 }, { row: 0, cell: 0 }],
  ["Home", { row: 1, cell: 2 }, { row: 1, cell: 0 }],
  ["End", { row: 1, cell: 0 }, { row: 1, cell: 2 }],
])("%s from %o leads to %o", (key, at, to) => {
  expect(moved(at, key, cells, false)).toEqual(to);
});

test("with Ctrl, Home and End lead to the ends of the whole grid", () => {
  expect(moved({ row: 1, cell: 1 }, "Home", cells, true)).toEqual({ row: 0, cell: 0 });
  expect(moved({ row: 1, cell: 1 }, "End", cells, true)).toEqual({ row: 2, cell: 1 });
});

test("other keys mean something else", () => {
  expect(moved({ row: 0, cell: 0 }, "a", cells, false)).toBeUndefined();
});

test("a column that a row lacks is kept for the rows that have it", () => {
  const up = moved({ row: 1, cell: 2 }, "ArrowUp", cells, false);
  expect(up && within(up, cells)).toEqual({ row: 0, cell: 0 });
  const down = up && moved(up, "ArrowDown", cells, false);
  expect(down && within(down, cells)).toEqual({ row: 1, cell: 2 });
});
