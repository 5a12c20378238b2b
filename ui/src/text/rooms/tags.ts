/** Sentences about the totals that are kept beside off-the-job time. */
export const tags = {
  title: "Kept apart from off-the-job time",
  why: "Totals of their own, from the labels of your entries. They count how long each activity took, overlap each other and are never added to your off-the-job hours.",
  label: "Label",
  time: "Time",
  confirmed: "Confirmed",
  entries: "Entries",
} as const;
