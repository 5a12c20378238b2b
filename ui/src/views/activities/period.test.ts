import { expect, test } from "vitest";
import { daysOf, type Period } from "./period";

const none = { from: null, to: null };

test.each<[Period, string, string | null, string | null]>([
  ["any", "2026-03-12", null, null],
  ["month", "2026-02-12", "2026-02-01", "2026-02-28"],
  ["before", "2026-01-31", "2025-12-01", "2025-12-31"],
  ["before", "2026-03-31", "2026-02-01", "2026-02-28"],
  ["quarter", "2026-01-15", "2025-11-01", "2026-01-31"],
  ["year", "2026-03-12", "2026-01-01", "2026-12-31"],
])("%s on %s is %s to %s", (period, today, from, to) => {
  expect(daysOf(period, today, none)).toEqual({ from, to });
});

test("days of one's own are taken as they are", () => {
  const own = { from: "2026-03-02", to: null };
  expect(daysOf("own", "2026-03-12", own)).toEqual(own);
});
