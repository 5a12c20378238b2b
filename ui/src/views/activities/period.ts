import { dayAfter } from "../../text/dates";

/** The periods a list can be narrowed to at one choice. */
export type Period = "any" | "month" | "before" | "quarter" | "year" | "own";

/** First and last day, both included; nothing where there is no limit. */
export interface Days {
  from: string | null;
  to: string | null;
}

/** "2026-03" so many months later. */
function month(iso: string, later: number): string {
  const date = new Date(`${iso.slice(0, 7)}-01T12:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + later);
  return date.toISOString().slice(0, 7);
}

/** The days of a period, seen from today. */
export function daysOf(period: Period, today: string, own: Days): Days {
  switch (period) {
    case "any":
      return { from: null, to: null };
    case "month":
      return { from: `${month(today, 0)}-01`, to: dayAfter(`${month(today, 1)}-01`, -1) };
    case "before":
      return { from: `${month(today, -1)}-01`, to: dayAfter(`${month(today, 0)}-01`, -1) };
    case "quarter":
      return { from: `${month(today, -2)}-01`, to: dayAfter(`${month(today, 1)}-01`, -1) };
    case "year":
      return { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` };
    case "own":
      return own;
  }
}
