import { expect, test } from "vitest";
import { nextSpot, type Spot } from "./moving";

const spots: Spot[] = [
  { row: 0, column: 1 },
  { row: 0, column: 4 },
  { row: 2, column: 0 },
  { row: 2, column: 5 },
];

test("arrows lead along the row and to the nearest dot of the next row that has any", () => {
  expect(nextSpot(spots, { row: 0, column: 1 }, "ArrowRight")).toEqual({ row: 0, column: 4 });
  expect(nextSpot(spots, { row: 0, column: 4 }, "ArrowLeft")).toEqual({ row: 0, column: 1 });
  expect(nextSpot(spots, { row: 0, column: 4 }, "ArrowDown")).toEqual({ row: 2, column: 5 });
  expect(nextSpot(spots, { row: 2, column: 0 }, "ArrowUp")).toEqual({ row: 0, column: 1 });
  expect(nextSpot(spots, { row: 2, column: 5 }, "Home")).toEqual({ row: 2, column: 0 });
  expect(nextSpot(spots, { row: 0, column: 1 }, "End")).toEqual({ row: 0, column: 4 });
});

test("at the edge, and for any other key, nothing moves", () => {
  expect(nextSpot(spots, { row: 0, column: 4 }, "ArrowRight")).toBeUndefined();
  expect(nextSpot(spots, { row: 0, column: 4 }, "ArrowUp")).toBeUndefined();
  expect(nextSpot(spots, { row: 0, column: 4 }, "a")).toBeUndefined();
});
