import { numberText } from "../numbers";

/** Sentences about what comes again, and about last week once more. */
export const recurring = {
  title: "Recurring entries",
  subtitle: "What comes again is offered when its day has come. Nothing is logged until you say so.",
  link: "Recurring entries",
  back: "All activities",
  add: "Add a recurring entry",
  empty: {
    title: "What comes again",
    why: "A college day every Tuesday, a tutorial every second week: say it once, and each time it is due you log it with one key.",
  },
  rhythm: (days: string, weeks: number) =>
    weeks === 1 ? `Every ${days}` : weeks === 2 ? `Every second ${days}` : `${days}, every ${weeks} weeks`,
  and: "and",
  next: (day: string) => `next on ${day}`,
  ended: "no day to come",
  due: (count: number) =>
    count === 1
      ? "1 day is open: say in Activities whether it took place"
      : `${count} days are open: say in Activities whether they took place`,
  edit: "Edit",
  remove: "Move to bin",
  about: (title: string) => ` “${title}”`,
  removed: (title: string) => `Moved “${title}” to the bin`,
  make: "Make it recurring",
  form: {
    new: "Add a recurring entry",
    edit: "Edit recurring entry",
    title: "What recurs?",
    titleHint: "A few words, such as College day",
    weekdays: "On which days?",
    every: "Every how many weeks?",
    everyHint: "1 for every week, 2 for every second week",
    badEvery: "Write a number of weeks from 1 to 52",
    from: "From",
    until: "Until",
    took: "How long does it take?",
    tookHint: "A length, or times such as 9.30-16.30",
    times: (from: string, to: string) => `From ${from} to ${to}`,
    noTimes: "Leave the times out",
    kind: "Kind of activity",
    rhythmNote: "Other days of the week hold from today on: days that have passed are not asked about again.",
    keep: "Keep",
    cancel: "Cancel",
    saved: (title: string) => `Kept “${title}”`,
  },
  /** What an offer brings along from the time before. */
  carried: {
    change: "Change",
    boxes: (about: string) => `What holds again for ${about}`,
  },
  offers: {
    title: (count: number) =>
      count === 1 ? "1 recurring entry was due: did it take place?" : `${numberText(count)} recurring entries were due: did they take place?`,
    what: (title: string, day: string, time: string) =>
      time === "" ? `${title}, ${day}` : `${title}, ${day}, ${time}`,
    log: "Log it",
    not: "It did not happen",
    about: (title: string, day: string) => ` “${title}”, ${day}`,
    logged: (title: string, day: string) => `Logged “${title}” on ${day}`,
    open: "Open it",
    noted: (title: string, day: string) => `“${title}” did not happen on ${day}`,
    all: (count: number) => `Show all ${count}`,
    more: (count: number) => `${count} more wait behind these.`,
    manage: "Change what recurs",
    learning: "Learning off the job",
    learningOf: (title: string, day: string) => `Learning off the job in ${title}, ${day}`,
  },
  copy: {
    open: "Copy the week before",
    title: "Copy the week before",
    note: "What you claimed and learned then is not carried over: say it anew for each entry, now or later. Look at what is, and change what was different.",
    none: "The week before has no entries.",
    there: "is there already",
    toCome: "has not come yet",
    then: (time: string) => `${time} then`,
    copy: "Copy",
    cancel: "Cancel",
    noneChosen: "Choose at least one entry.",
    copied: (count: number) => (count === 1 ? "Copied 1 entry" : `Copied ${count} entries`),
  },
} as const;
