import { monthNumber } from "../text/dates";
import { text } from "../text/en-GB";

/** What a person typed into the three boxes. */
export interface TypedDate {
  day: string;
  month: string;
  year: string;
}

/** What the three boxes mean. */
export type DateResult =
  | { kind: "empty" }
  | { kind: "day"; iso: string }
  | { kind: "problem"; reason: string; part: keyof TypedDate };

const pad = (value: number, length: number): string => String(value).padStart(length, "0");

const longMonth = (month: number): string =>
  new Date(Date.UTC(2000, month - 1, 1)).toLocaleString("en-GB", {
    month: "long",
    timeZone: "UTC",
  });

/** Reads three boxes as a day: month names and two-figure years are understood. */
export function readDate(typed: TypedDate): DateResult {
  const parts = ["day", "month", "year"] as const;
  const missing = parts.filter((part) => typed[part].trim() === "");
  if (missing.length === 3) return { kind: "empty" };
  const [first] = missing;
  if (first) {
    const names = missing.map((part) => text.date[part].toLowerCase());
    return {
      kind: "problem",
      reason: text.date.missing(names.join(` ${text.date.and} `)),
      part: first,
    };
  }

  const day = /^\d{1,2}$/.test(typed.day.trim()) ? Number(typed.day) : 0;
  if (day < 1 || day > 31) return { kind: "problem", reason: text.date.badDay, part: "day" };

  const month = monthNumber(typed.month);
  if (month === undefined) {
    return { kind: "problem", reason: text.date.badMonth, part: "month" };
  }

  const written = typed.year.trim();
  if (!/^(\d{2}|\d{4})$/.test(written)) {
    return { kind: "problem", reason: text.date.badYear, part: "year" };
  }
  const year = written.length === 2 ? 2000 + Number(written) : Number(written);
  if (year < 1900 || year > 2199) {
    return { kind: "problem", reason: text.date.badYear, part: "year" };
  }

  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day > days) {
    const name = month === 2 ? `${longMonth(month)} ${year}` : longMonth(month);
    return { kind: "problem", reason: text.date.noSuchDay(name, days), part: "day" };
  }
  return { kind: "day", iso: `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` };
}

/** The three boxes for a stored day. */
export function splitDate(iso: string): TypedDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return { day: "", month: "", year: "" };
  return { day: String(Number(match[3])), month: String(Number(match[2])), year: match[1] ?? "" };
}

/** Takes a whole date that was pasted or typed into one box: 2026-03-12, 12/3/26, 12 March 2026. */
export function wholeDate(typed: string): TypedDate | undefined {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(typed);
  if (iso) {
    return { day: String(Number(iso[3])), month: String(Number(iso[2])), year: iso[1] ?? "" };
  }
  const british =
    /^\s*(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s./-]+(\d{1,2}|[A-Za-z]{3,9})\.?,?[\s./-]+(\d{2}|\d{4})\s*$/.exec(
      typed,
    );
  if (!british) return undefined;
  return { day: british[1] ?? "", month: british[2] ?? "", year: british[3] ?? "" };
}
