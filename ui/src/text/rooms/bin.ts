import type { BinKind } from "../../backend/contract";

const kinds: Readonly<Record<BinKind, string>> = {
  reflection: "Reflection",
  activity: "Activity",
  theory: "Theory",
  theoryLink: "Link to theory",
  evidence: "File",
  model: "Reflection model",
};

/** Sentences of the bin. */
export const bin = {
  more: (left: number) => `Show more (${left.toLocaleString("en-GB")} left)`,
  title: "Bin",
  subtitle: "Nothing here is lost. Restore what you want back; it returns with all its links.",
  empty: {
    title: "The bin is empty",
    why: "What you delete waits here, so that you can always have it back.",
  },
  kinds,
  columns: { what: "What", kind: "Kind", when: "Deleted", restore: "Restore" },
  untitled: "Untitled",
  restore: "Restore",
  restored: (title: string, note: string) => `Restored “${title}”${note === "" ? "" : `. ${note}`}`,
  restoredLink: (title: string, note: string) =>
    `Restored: ${title}${note === "" ? "" : `. ${note}`}`,
} as const;
