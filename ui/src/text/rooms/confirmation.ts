import { counted } from "../numbers";

/** Sentences about handing entries over and what others said of them. */
export const confirmation = {
  title: "Confirmation",
  none: "Nobody else has confirmed this entry yet.",
  handedOver: "It is handed over and waits for somebody’s word.",
  note: "Recorded by you on this computer. A record is not a signature: the PDF has a line for that.",
  said: { confirmed: "Confirmed", queried: "Queried", rejected: "Not accepted", draft: "Draft", submitted: "Submitted" },
  by: (who: string, day: string) => `by ${who} on ${day}`,
  for: (time: string) => `for ${time}`,
  without: "with no off-the-job time claimed",
  changedSince: "Changed since:",
  was: (field: string, before: string, after: string) => `${field} was ${before}, is now ${after}`,
  added: (field: string, after: string) => `${field} was empty, is now ${after}`,
  emptied: (field: string, before: string) => `${field} was ${before}, is now empty`,
  reworded: (field: string) => `${field} was changed`,
  saidThen: "What the entry said then",
  unknownVersion: "Which version of the entry this was about was not noted.",
  kept: (day: string) => `Kept on ${day}`,
  earlier: (count: number) => (count === 1 ? "1 earlier version" : `${count} earlier versions`),
  earlierWhy: "What the entry said before it was changed after being handed over.",
  submit: "Hand it over",
  submitted: "Handed over",
  record: "Record a confirmation",
  dialog: {
    title: "Record a confirmation",
    titleMany: "Record a confirmation of several entries",
    note: "This records on your computer what somebody told you. It is not their signature: the PDF has a line for that.",
    entries: "Which entries?",
    entry: (title: string, day: string, time: string) => `${title}, ${day}, ${time}`,
    noTime: "no time claimed",
    decision: "What did they say?",
    decisions: {
      confirmed: "They confirmed it",
      queried: "They have a question",
      rejected: "They did not accept it",
    },
    decisionsMany: {
      confirmed: "They confirmed them",
      queried: "They have a question",
      rejected: "They did not accept them",
    },
    name: "Their name",
    role: "Their role",
    before: "Confirmed before:",
    person: (name: string, role: string) => (role === "" ? name : `${name}, ${role}`),
    day: "When they said so",
    comment: "What they added",
    keep: "Record",
    cancel: "Cancel",
    notYet: "Not recorded yet: kept here until you press “Record”.",
    done: (count: number) => (count === 1 ? "Recorded" : `Recorded for ${counted(count, "entry", "entries")}`),
    noneChosen: "Choose at least one entry.",
  },
  many: {
    submitted: (count: number) =>
      count === 0
        ? "These are handed over already"
        : count === 1
          ? "Handed over 1 entry"
          : `Handed over ${counted(count, "entry", "entries")}`,
  },
} as const;
