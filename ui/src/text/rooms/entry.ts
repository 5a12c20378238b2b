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
  keys: "Enter logs it and clears the row for the next.",
  missingTitle: "Give the activity a title: a few words are enough.",
  notLogged: (title: string, reason: string) => `“${title}” is not logged yet: ${reason}`,
  setAside: "you put it aside for the other one.",
  untitled: "An entry without a title",
  putBack: "Put it back into the row",
} as const;
