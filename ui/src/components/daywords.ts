import { dayAfter, monthNumber, weekdayNumber } from "../text/dates";
import { text } from "../text/en-GB";
import { readDate, splitDate, wholeDate, type DateResult, type TypedDate } from "./date";

/** How far ahead a day without a year may lie before last year is meant: logging looks back. */
const AHEAD = 31;

/** How the present day is written in one box. */
export const TODAY = "today";

/** Days from 1970; only differences matter. */
const number = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

const day = (iso: string): DateResult => ({ kind: "day", iso });

/**
 * Reads one box as a day, seen from `today`: "today", "yesterday", "mon" (the last one, today
 * included), "last mon", "3 days ago", "12 mar", "12/3", "12" and every whole date.
 */
export function readDay(typed: string, today: string): DateResult {
  const bare = typed.trim().toLowerCase().replace(/\s+/g, " ");
  if (bare === "") return { kind: "empty" };
  if (TODAY.startsWith(bare) && bare.length >= 3) return day(today);
  if ("yesterday".startsWith(bare)) return day(dayAfter(today, -1));
  if ("tomorrow".startsWith(bare) && bare.length >= 3) return day(dayAfter(today, 1));
  const ago = /^(\d{1,3}) days? ago$/.exec(bare);
  if (ago) return day(dayAfter(today, -Number(ago[1])));
  return weekday(bare, today) ?? withoutYear(bare, today) ?? whole(typed);
}

function weekday(bare: string, today: string): DateResult | undefined {
  const last = bare.startsWith("last ");
  const wanted = weekdayNumber(last ? bare.slice(5) : bare);
  if (wanted === undefined) return undefined;
  const back = (new Date(`${today}T00:00:00Z`).getUTCDay() - wanted + 7) % 7;
  return day(dayAfter(today, last && back === 0 ? -7 : -back));
}

/** "12", "12 mar", "12/3", "mar 12". */
function withoutYear(bare: string, today: string): DateResult | undefined {
  const now = splitDate(today);
  const alone = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(bare);
  if (alone) return onThe(alone[1] ?? "", now, today);
  const match =
    /^(\d{1,2})(?:st|nd|rd|th)?[ ./-]?([a-z]{3,9}|(?<=[ ./-])\d{1,2})\.?$/.exec(bare) ??
    swapped(/^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?$/.exec(bare));
  if (!match || monthNumber(match[2] ?? "") === undefined) return undefined;
  const typed: TypedDate = { day: match[1] ?? "", month: match[2] ?? "", year: now.year };
  const thisYear = readDate(typed);
  if (thisYear.kind === "day" && number(thisYear.iso) - number(today) <= AHEAD) return thisYear;
  const before = readDate({ ...typed, year: String(Number(now.year) - 1) });
  return thisYear.kind === "day" && before.kind === "day" ? before : thisYear;
}

function swapped(match: RegExpExecArray | null): string[] | undefined {
  return match ? [match[0], match[2] ?? "", match[1] ?? ""] : undefined;
}

/** The latest day of that number that is not ahead of today. */
function onThe(typed: string, now: TypedDate, today: string): DateResult {
  const thisMonth = readDate({ ...now, day: typed });
  if (thisMonth.kind === "day" && thisMonth.iso <= today) return thisMonth;
  const month = Number(now.month);
  const before =
    month === 1
      ? { day: typed, month: "12", year: String(Number(now.year) - 1) }
      : { day: typed, month: String(month - 1), year: now.year };
  return readDate(before);
}

/** A whole date; what is none is said in the words of the first part that fails. */
function whole(typed: string): DateResult {
  const parts = wholeDate(typed);
  return parts
    ? readDate(parts)
    : { kind: "problem", reason: text.date.notUnderstood, part: "day" };
}
