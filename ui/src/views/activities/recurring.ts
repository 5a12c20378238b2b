import {
  labelWeekday,
  type Activity,
  type Recurrence,
  type SaveRecurrence,
  type Weekday,
} from "../../backend/contract";
import { weekdayNumber } from "../../text/dates";
import { recurring as words } from "../../text/rooms/recurring";

const order = Object.keys(labelWeekday) as Weekday[];

/** "Every Tuesday and Thursday". */
export function rhythm(weekdays: readonly Weekday[], weeks: number): string {
  const names = order.filter((day) => weekdays.includes(day)).map((day) => labelWeekday[day]);
  const last = names.pop() ?? "";
  const days = names.length === 0 ? last : `${names.join(", ")} ${words.and} ${last}`;
  return words.rhythm(days, weeks);
}

/** The weekday of a day. */
export function weekdayOf(iso: string): Weekday {
  const number = new Date(`${iso}T12:00:00Z`).getUTCDay();
  return order.find((day) => weekdayNumber(labelWeekday[day]) === number) ?? "monday";
}

/** Something that recurs and about which nothing is known. */
export function blankRecurrence(today: string): SaveRecurrence {
  return {
    id: null,
    title: "",
    weekdays: [],
    everyWeeks: 1,
    from: today,
    until: null,
    startedAt: null,
    endedAt: null,
    duration: null,
    category: null,
    paid: "paid",
    deliveredBy: "",
    deliveredByKind: "unknown",
    place: "unknown",
    criteria: [],
    tags: [],
  };
}

/** An entry that is to come again, on the weekday it was done and from the week after. */
export function recurringFrom(activity: Activity, from: string): SaveRecurrence {
  const { title, startedAt, endedAt, duration, category, paid, place, criteria, tags } = activity;
  const { deliveredBy, deliveredByKind } = activity;
  return {
    ...blankRecurrence(from),
    weekdays: [weekdayOf(activity.doneOn)],
    ...{ title, startedAt, endedAt, duration, category, paid, place, criteria, tags },
    ...{ deliveredBy, deliveredByKind },
  };
}

/** What the form starts from. */
export function recurrenceOf(recurrence: Recurrence): SaveRecurrence {
  const { createdAt: _made, changedAt: _changed, deletedAt: _gone, ...rest } = recurrence;
  return rest;
}
