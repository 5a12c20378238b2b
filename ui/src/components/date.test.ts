import { expect, test } from "vitest";
import { isDay } from "../text/dates";
import { readDate, splitDate, wholeDate } from "./date";

const read = (day: string, month: string, year: string) => readDate({ day, month, year });

test.each([
  ["12", "3", "2026", "2026-03-12"],
  [" 1", "03", "26", "2026-03-01"],
  ["29", "Feb", "2028", "2028-02-29"],
  ["31", "december", "2026", "2026-12-31"],
  ["9", "Sept", "2026", "2026-09-09"],
])("%s %s %s is %s", (day, month, year, iso) => {
  expect(read(day, month, year)).toEqual({ kind: "day", iso });
});

test("three empty boxes are no date, not a wrong one", () => {
  expect(read("", " ", "")).toEqual({ kind: "empty" });
});

test.each([
  ["31", "2", "2026", "February 2026 has only 28 days", "day"],
  ["31", "4", "2026", "April has only 30 days", "day"],
  ["0", "4", "2026", "The day is a number from 1 to 31", "day"],
  ["12", "13", "2026", "The month is a number from 1 to 12, or its name", "month"],
  ["12", "ma", "2026", "The month is a number from 1 to 12, or its name", "month"],
  ["12", "3", "202", "The year has four figures, such as 2026", "year"],
  ["12", "", "", "Enter the month and year as well", "month"],
])("%s %s %s says what to do", (day, month, year, reason, part) => {
  expect(read(day, month, year)).toEqual({ kind: "problem", reason, part });
});

test("every day from 2020 to 2040 survives being split and read", () => {
  for (let at = Date.UTC(2020, 0, 1); at < Date.UTC(2040, 0, 1); at += 86_400_000) {
    const iso = new Date(at).toISOString().slice(0, 10);
    expect(isDay(iso)).toBe(true);
    expect(readDate(splitDate(iso))).toEqual({ kind: "day", iso });
  }
});

test.each([
  ["2026-03-12", "2026-03-12"],
  ["12/3/2026", "2026-03-12"],
  ["12.03.26", "2026-03-12"],
  ["Thu 12 Mar 2026", "2026-03-12"],
  ["12th March 2026", "2026-03-12"],
])("a whole date in one box: %s", (typed, iso) => {
  const parts = wholeDate(typed);
  expect(parts && readDate(parts)).toEqual({ kind: "day", iso });
});

test("a part of a date is not taken for a whole one", () => {
  expect(wholeDate("12")).toBeUndefined();
  expect(wholeDate("2026")).toBeUndefined();
  expect(wholeDate("12 March")).toBeUndefined();
});
