import { expect, test } from "vitest";
import { NAME, nextSpot, type Spot } from "./moving";

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

test("names stand before the dots of their rows and lead to each other", () => {
  const named = [0, 1, 2].map((row) => ({ row, column: NAME })).concat(spots);
  expect(nextSpot(named, { row: 0, column: 1 }, "ArrowLeft")).toEqual({ row: 0, column: NAME });
  expect(nextSpot(named, { row: 0, column: NAME }, "ArrowRight")).toEqual({ row: 0, column: 1 });
  expect(nextSpot(named, { row: 0, column: NAME }, "ArrowDown")).toEqual({ row: 1, column: NAME });
  expect(nextSpot(named, { row: 0, column: 1 }, "ArrowDown")).toEqual({ row: 2, column: 0 });
  const bare = [...named, { row: 3, column: 2 }];
  expect(nextSpot(bare, { row: 2, column: NAME }, "ArrowDown")).toEqual({ row: 3, column: 2 });
});
