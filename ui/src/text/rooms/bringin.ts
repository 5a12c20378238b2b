import { text } from "../en-GB";
import { numberText as n } from "../numbers";

/** Sentences of the page that brings a timesheet or calendar into the log. */
export const bringIn = {
  title: "Bring in a timesheet or calendar",
  back: "All activities",
  open: text.actions.bringIn,
  empty: {
    title: "What you have noted elsewhere",
    why: "Choose a timesheet saved as CSV (Toggl Track, Clockify, Harvest or a sheet of your own) or a calendar (.ics), or drop it on this window. You see every entry before anything enters your log, and one undo takes all of it back.",
    choose: "Choose a file",
  },
  other: "Choose another file",
  dismiss: "Leave it",
  from: (file: string, source: string) => (source === "" ? file : `${file}, from ${source}`),
  columns: {
    title: "What is in the columns?",
    change: "Change the columns",
    known: "Read as last time, when a file had the same headings.",
    delimiter: "Between the columns there is a",
    dates: "Which comes first in a date?",
    datesHint: (example: string) => `The dates of this file, such as ${example}, can be read either way.`,
    caption: "Columns of the file",
    heading: "Heading",
    examples: "What stands in it",
    holds: "What it holds",
    holdsOf: (heading: string) => `What “${heading}” holds`,
    keep: "Show the entries",
    cancel: "Back to the entries",
    nothing: "Nothing",
  },
  period: {
    title: "Days to look at",
    from: "From",
    to: "To",
    look: "Look at these days",
    note: "Events that have not happened yet are left out until you choose a later day.",
  },
  list: {
    caption: "Entries that would come in",
    count: (all: number, known: number) =>
      `${all === 1 ? "1 entry" : `${n(all)} entries`}${known === 0 ? "" : `; ${known === 1 ? "1 is" : `${n(known)} are`} in your log or in the file already`}`,
    none: "There is nothing here to bring in.",
    allKnown: "Everything in this file is in your log already. Tick an entry to bring it in all the same.",
    find: "Find among them",
    found: (count: number) => (count === 1 ? "1 entry" : `${n(count)} entries`),
    which: "Show",
    all: "All entries",
    new: "New ones",
    ticked: "Ticked ones",
    known: "Those there already",
    tickAll: "Tick all shown",
    untickAll: "Untick all shown",
    more: (left: number) => `Show more (${n(left)} left)`,
    columns: { tick: "Bring in", day: "Day", what: "What it was", time: "Time", took: "Took", kind: "Kind", learning: "Off the job" },
    tick: (title: string, day: string) => `Bring in “${title}” of ${day}`,
    inLog: (title: string, same: boolean) => (same ? "Already in your log" : `Already in your log as “${title}”`),
    inFile: (row: number, calendar: boolean) =>
      `The same as ${calendar ? "the event on line" : "row"} ${n(row)}`,
    noKind: "None",
    unclaimed: "None",
  },
  bulk: {
    title: "For the ticked entries",
    kind: "Kind of activity",
    keepKind: "As it is",
    claim: "Claim as off-the-job learning",
    unclaim: "Claim nothing",
    claimHint: "Doing the job is not learning. Claim only entries in which you learned something new in paid hours.",
    apply: "Give them this kind",
    nothing: "Tick the entries that you mean first.",
    noTime: (count: number) => (count === 1 ? "1 entry has no length, so nothing is claimed for it." : `${n(count)} entries have no length, so nothing is claimed for them.`),
    done: (count: number, kind: string) => `${count === 1 ? "1 entry is" : `${n(count)} entries are`} now “${kind}”`,
    claimed: (count: number) => `Time is claimed for ${count === 1 ? "1 entry" : `${n(count)} entries`}`,
    unclaimed: (count: number) => `Nothing is claimed for ${count === 1 ? "1 entry" : `${n(count)} entries`}`,
  },
  problems: {
    title: (count: number) => (count === 1 ? "1 row cannot be brought in" : `${n(count)} rows cannot be brought in`),
    note: "Correct them in the file and choose it again, or log them by hand. The others can come in without them.",
    caption: "Rows that cannot be brought in",
    events: (count: number) =>
      count === 1 ? "1 event cannot be brought in" : `${n(count)} events cannot be brought in`,
    columns: { row: "Row", line: "Line", column: "Column", reason: "Why" },
    whole: "The whole row",
    more: (count: number) => `and ${n(count)} more`,
    showMore: (left: number) => `Show more of these (${n(left)} left)`,
  },
  leftOut: (count: number) =>
    count === 1
      ? "1 row or event is left out: a sum, something called off, or outside these days."
      : `${n(count)} rows or events are left out: sums, what was called off, or outside these days.`,
  accept: (count: number) => (count === 1 ? "Bring in 1 entry" : `Bring in ${n(count)} entries`),
  done: (count: number) => (count === 1 ? "Brought in 1 entry" : `Brought in ${n(count)} entries`),
  undone: "Taken back: the import",
  changedSince:
    "Something else was changed since, so nothing was taken back. Undo the last changes one by one from the list of all actions.",
  export: {
    csv: "Export the log as text (CSV)",
    xlsx: "Export the log as a workbook (XLSX)",
    ics: "Export what is planned as a calendar",
    written: (file: string, folder: string) => `Wrote ${file} in ${folder}`,
  },
} as const;
