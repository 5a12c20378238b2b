import { expect, test } from "vitest";
import {
  clockMinutes,
  dayText,
  isDay,
  localDay,
  longDay,
  minutesText,
  monthNumber,
  monthText,
  shortDay,
  timeText,
} from "./dates";

test("a day reads the same in every zone", () => {
  expect(dayText("2026-03-12")).toBe("Thu 12 Mar 2026");
  expect(shortDay("2026-11-19")).toBe("Thu 19 Nov");
  expect(longDay("2026-11-23")).toBe("Monday 23 November 2026");
  expect(monthText("2026-03")).toBe("March 2026");
});

test("what is not a day is shown as it is, never as another day", () => {
  expect(dayText("2026-02-31")).toBe("2026-02-31");
  expect(isDay("2026-02-31")).toBe(false);
  expect(isDay("2028-02-29")).toBe(true);
});

test("an instant is told in the zone of this computer", () => {
  expect(timeText(new Date(2026, 2, 12, 4, 3))).toBe("04:03");
  expect(localDay(new Date(2026, 2, 1, 23, 59))).toBe("2026-03-01");
});

test.each([
  [0, "0 min"],
  [45, "45 min"],
  [60, "1 h"],
  [270, "4 h 30"],
  [65, "1 h 05"],
  [-90, "−1 h 30"],
  [33_420, "557 h"],
  [120_000, "2,000 h"],
])("%i minutes are %s", (minutes, words) => {
  expect(minutesText(minutes)).toBe(words);
});

test("columns of figures line up", () => {
  expect(clockMinutes(45)).toBe("0:45");
  expect(clockMinutes(725)).toBe("12:05");
  expect(clockMinutes(63_965)).toBe("1,066:05");
});

test.each([
  ["3", 3],
  ["03", 3],
  ["mar", 3],
  ["March", 3],
  ["SEPT", 9],
  ["13", undefined],
  ["m", undefined],
  ["", undefined],
])("%j is month %s", (typed, month) => {
  expect(monthNumber(typed)).toBe(month);
});
