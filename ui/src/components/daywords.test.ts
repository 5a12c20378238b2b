import { describe, expect, test } from "vitest";
import { readDay } from "./daywords";

/** A Thursday. */
const TODAY = "2026-03-12";

const read = (typed: string, today = TODAY): string => {
  const result = readDay(typed, today);
  return result.kind === "day" ? result.iso : result.kind;
};

describe("words for days", () => {
  test.each([
    ["today", "2026-03-12"],
    ["Today ", "2026-03-12"],
    ["tod", "2026-03-12"],
    ["y", "2026-03-11"],
    ["yesterday", "2026-03-11"],
    ["tomorrow", "2026-03-13"],
    ["3 days ago", "2026-03-09"],
    ["1 day ago", "2026-03-11"],
    ["thu", "2026-03-12"],
    ["last thu", "2026-03-05"],
    ["mon", "2026-03-09"],
    ["Friday", "2026-03-06"],
    ["last sun", "2026-03-08"],
  ])("%s is %s", (typed, iso) => expect(read(typed)).toBe(iso));
});

describe("dates with parts left out", () => {
  test.each([
    ["12", "2026-03-12"],
    ["13", "2026-02-13"],
    ["9th", "2026-03-09"],
    ["12 mar", "2026-03-12"],
    ["12mar", "2026-03-12"],
    ["mar 12", "2026-03-12"],
    ["12/3", "2026-03-12"],
    ["12.3", "2026-03-12"],
    ["31 mar", "2026-03-31"],
    ["24 dec", "2025-12-24"],
    ["2026-03-05", "2026-03-05"],
    ["12 March 2025", "2025-03-12"],
    ["12/3/25", "2025-03-12"],
  ])("%s is %s", (typed, iso) => expect(read(typed)).toBe(iso));

  test("a year's end lies between today and the day that is meant", () => {
    expect(read("28", "2026-01-03")).toBe("2025-12-28");
    expect(read("2 jan", "2025-12-30")).toBe("2025-01-02");
  });
});

describe("what is no day", () => {
  test.each(["soon", "99", "m", "32/3", "13/13", "last week", "12 foo"])("%s is refused", (typed) => {
    expect(read(typed)).toBe("problem");
  });

  test("a day that the month lacks is said to be lacking", () => {
    const result = readDay("31 feb", TODAY);
    expect(result.kind === "problem" && result.reason).toBe("February 2026 has only 28 days");
  });

  test("an empty box is none", () => expect(read("  ")).toBe("empty"));
});
