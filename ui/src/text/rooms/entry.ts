import { numberText } from "../numbers";

/** Sentences of the row in which an activity is logged, and of proposals to log one. */
export const entry = {
  learning: "Of that, learning off the job",
  learningHint: "Leave empty if you were doing the job",
  all: "All of it (=)",
  learned: "What did you newly learn?",
  learnedHint: "An auditor looks for this first. It can wait.",
  dayHint: "today, mon, 12 mar",
  took: "How long did it take?",
  tookHint: "1h30, 90m, 9.15-11.00",
  log: "Log it",
  more: "All details",
  goesOn: (more: string) => `There is more to this entry than fits here: finish it under “${more}”.`,
  keys: "Enter logs it and clears the row for the next.",
  others: (count: number) => (count === 1 ? "One more thing to look at" : `${count} more things to look at`),
  missingTitle: "Give the activity a title: a few words are enough.",
  notLogged: (title: string, reason: string) => `“${title}” is not logged yet: ${reason}`,
  setAside: "you put it aside for the other one.",
  interrupted: "it was left before that.",
  untitled: "An entry without a title",
  putBack: "Put it back into the row",
  discardAll: (count: number) => `Discard all ${numberText(count)} entries`,
} as const;
