import { numberText } from "./numbers";

/*
 * Dates and lengths of time as words. Calendar days travel as "2026-03-12" and are never turned
 * into an instant on the way: that would move them across midnight in another zone.
 */

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const longWeekdays = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const longMonths = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

interface Day {
  year: number;
  month: number;
  day: number;
  weekday: number;
}

/** Reads "2026-03-12"; nothing for what is not a day of the calendar. */
function parts(iso: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return { year, month, day, weekday: date.getUTCDay() };
}

/** Whether the text is a day of the calendar in ISO form. */
export function isDay(iso: string): boolean {
  return parts(iso) !== undefined;
}

/** "Thu 12 Mar 2026". */
export function dayText(iso: string): string {
  const day = parts(iso);
  if (!day) return iso;
  return `${weekdays[day.weekday] ?? ""} ${day.day} ${months[day.month - 1] ?? ""} ${day.year}`;
}

/** "Thu 12 Mar", for lists where the year is plain from around. */
export function shortDay(iso: string): string {
  const day = parts(iso);
  if (!day) return iso;
  return `${weekdays[day.weekday] ?? ""} ${day.day} ${months[day.month - 1] ?? ""}`;
}

/** "Thursday 12 March 2026", for the head of a room. */
export function longDay(iso: string): string {
  const day = parts(iso);
  if (!day) return iso;
  const weekday = longWeekdays[day.weekday] ?? "";
  return `${weekday} ${day.day} ${longMonths[day.month - 1] ?? ""} ${day.year}`;
}

/** The day so many days after another; before it if negative. */
export function dayAfter(iso: string, days: number): string {
  const date = new Date(`${iso}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The number of a weekday from what a person types, Sunday first: "mon", "tues", "Thursday". */
export function weekdayNumber(text: string): number | undefined {
  const typed = text.trim().toLowerCase();
  if (typed.length < 3) return undefined;
  const index = longWeekdays.findIndex((name) => name.toLowerCase().startsWith(typed));
  return index < 0 ? undefined : index;
}

/** "March 2026", for "2026-03" or any day in it. */
export function monthText(iso: string): string {
  const day = parts(`${iso.slice(0, 7)}-01`);
  return day ? `${longMonths[day.month - 1] ?? ""} ${day.year}` : iso;
}

/** "Mar", for any day of a month, where the year is plain from around. */
export function shortMonth(iso: string): string {
  const day = parts(`${iso.slice(0, 7)}-01`);
  return day ? (months[day.month - 1] ?? "") : iso;
}

/** "14:03", in the zone of this computer. */
export function timeText(at: Date): string {
  return `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
}

/** "Thu 12 Mar, 14:03", with the year where it is not that of `now`. */
export function momentText(at: Date, now: Date): string {
  const day = localDay(at);
  const words = at.getFullYear() === now.getFullYear() ? shortDay(day) : dayText(day);
  return `${words}, ${timeText(at)}`;
}

/** The day of an instant in the zone of this computer, as "2026-03-12". */
export function localDay(at: Date): string {
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${String(at.getFullYear()).padStart(4, "0")}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
}

/** "4 h 30", "45 min", "6 h", "1,066 h": minutes as a person says them. */
export function minutesText(minutes: number): string {
  const sign = minutes < 0 ? "−" : "";
  const whole = Math.abs(Math.round(minutes));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${sign}${rest} min`;
  const grouped = numberText(hours);
  return rest === 0
    ? `${sign}${grouped} h`
    : `${sign}${grouped} h ${String(rest).padStart(2, "0")}`;
}

/** "3:30", "1,948:05", for columns of figures. */
export function clockMinutes(minutes: number): string {
  const sign = minutes < 0 ? "−" : "";
  const whole = Math.abs(Math.round(minutes));
  return `${sign}${numberText(Math.floor(whole / 60))}:${String(whole % 60).padStart(2, "0")}`;
}

/** The number of a month from what a person types: "3", "03", "mar", "March". */
export function monthNumber(text: string): number | undefined {
  const typed = text.trim().toLowerCase();
  if (/^\d{1,2}$/.test(typed)) {
    const number = Number(typed);
    return number >= 1 && number <= 12 ? number : undefined;
  }
  if (typed.length < 3) return undefined;
  const index = longMonths.findIndex((month) => month.toLowerCase().startsWith(typed));
  if (index >= 0) return index + 1;
  return typed === "sept" ? 9 : undefined;
}
