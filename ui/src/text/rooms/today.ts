/** Sentences of the Today room. */
export const today = {
  title: "Today",
  sample: "the day on which this sample stands still",
  capture: {
    label: "What happened on shift?",
    hint: "A sentence is enough. No names, please: write “the patient” or “a colleague”.",
    write: "Write about it",
    keep: "Keep for later",
    empty: "Write a sentence first, then keep it.",
    kept: (title: string) => `Kept “${title}” in Activities`,
  },
  hours: {
    title: "Off-the-job hours",
    of: (hours: string) => `of ${hours} required`,
    claimed: "claimed so far",
    bar: (claimed: string, required: string, expected: string) =>
      `${claimed} claimed of ${required} required; ${expected} expected by today`,
    how: "How is this worked out?",
    week: (time: string) => `Claimed this week: ${time}`,
    confirmed: (time: string) => `confirmed: ${time}`,
    unknown: "Tell Aftershift when you started and how many hours you work, and your minimum appears here.",
    programme: "Enter your programme",
  },
  next: {
    title: "Worth doing next",
    none: "Nothing is waiting. Write when something happens.",
  },
  drafts: {
    title: "Unfinished",
    untitled: "Untitled reflection",
    none: "No unfinished reflections.",
  },
} as const;
