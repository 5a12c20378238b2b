import type { HoursChange, LearningBreak, OwnStage } from "../../backend/contract";
import { readDate, splitDate, type TypedDate } from "../../components/date";
import { readTime } from "../activities/form";
import { listOf, textIn } from "../unfinished/lists";

/** A break in learning as it is typed: a day may be half there. */
export interface TypedBreak {
  from: TypedDate;
  to: TypedDate;
  reason: string;
}

/** A change of weekly hours as it is typed. */
export interface TypedChange {
  from: TypedDate;
  weekly: string;
}

/** A break as it stands in its boxes. */
export const typedBreak = ({ from, to, reason }: LearningBreak): TypedBreak => ({
  from: splitDate(from),
  to: splitDate(to),
  reason,
});

/** A change of hours as it stands in its boxes. */
export const typedChange = ({ from, weekly }: HoursChange): TypedChange => ({
  from: splitDate(from),
  weekly: weekly === 0 ? "" : hoursText(weekly),
});

/** The day that three boxes mean; empty while they mean none. */
export function dayOf(typed: TypedDate): string {
  const read = readDate(typed);
  return read.kind === "day" ? read.iso : "";
}

const dateIn = (value: unknown, name: string): TypedDate => {
  const found = (value as Record<string, unknown> | null)?.[name];
  return { day: textIn(found, "day"), month: textIn(found, "month"), year: textIn(found, "year") };
};

/** Reads breaks that were kept as typed. */
export const readBreaks = (text: string): TypedBreak[] | undefined =>
  listOf(text, (value) => ({
    from: dateIn(value, "from"),
    to: dateIn(value, "to"),
    reason: textIn(value, "reason"),
  }));

/** Reads changes of hours that were kept as typed. */
export const readChanges = (text: string): TypedChange[] | undefined =>
  listOf(text, (value) => ({ from: dateIn(value, "from"), weekly: textIn(value, "weekly") }));

/** Reads stages that were kept as typed. */
export const readStages = (text: string): OwnStage[] | undefined =>
  listOf(text, (value) => ({
    key: textIn(value, "key"),
    name: textIn(value, "name"),
    prompt: textIn(value, "prompt"),
  }));

/** Hours as they stand in a box: "557", "278.4", and "37 h 20" where a decimal would have no end. */
export function hoursText(minutes: number | null): string {
  if (minutes === null) return "";
  const whole = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (rest === 0) return String(whole);
  // Three minutes are a twentieth of an hour; other parts of it cannot be written in two decimals.
  if (rest % 3 === 0) return String((whole * 100 + (rest * 5) / 3) / 100);
  return `${whole} h ${String(rest).padStart(2, "0")}`;
}

export { readTime };
