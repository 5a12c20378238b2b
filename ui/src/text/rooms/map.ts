import { text } from "../en-GB";

/** Sentences of the map of practice and theory. */
export const map = {
  title: text.actions.map,
  open: text.actions.map,
  subtitle: (works: number, accounts: number, withTheory: number) =>
    `${works === 1 ? "1 work" : `${works} works`} · ${withTheory} of ${accounts === 1 ? "1 reflection" : `${accounts} reflections`} linked to theory`,
  back: "All theory",
  empty: {
    title: "Nothing to set side by side yet",
    why: "Once there is a work of theory or a reflection, this page shows which theory you have used, when, and where practice still lacks it.",
  },
  how: "A row for each work, a column for each month or longer. A dot is a reflection that says how the work explains what happened; a number is how many. Choose one to see which.",
  columns: { work: "Work", all: "All" },
  noModule: "No module",
  never: "Never",
  bare: "Without theory",
  cell: (row: string, period: string, count: number) =>
    `${row}, ${period}: ${count === 1 ? "1 reflection" : `${count} reflections`}`,
  chosen: (row: string, period: string) => `${row}, ${period}`,
  untitled: "Untitled reflection",
  unapplied: {
    title: "Theory you have never applied",
    none: "Every work has been used in a reflection.",
  },
  modules: {
    title: "Modules whose theory is unused",
    none: "From every module, some theory has been used.",
    works: (count: number) => (count === 1 ? "1 work" : `${count} works`),
  },
  accounts: {
    title: "Reflections without theory",
    none: "Every reflection is linked to theory.",
    mend: "Open one and choose “Link theory” to say how theory explains it.",
  },
  activities: {
    title: "Activities without theory",
    none: "Every activity you have written about is linked to theory through a reflection.",
    unwritten: (count: number) =>
      count === 1 ? "1 activity is not written about yet" : `${count} activities are not written about yet`,
    latest: (count: number) => `The latest ${count}:`,
  },
  authors: {
    title: "Authors you lean on",
    none: "No reflection is linked to theory yet.",
    share: (accounts: number, all: number) =>
      `${accounts} of ${all === 1 ? "1 reflection" : `${all} reflections`} with theory`,
    more: (count: number) => (count === 1 ? "1 more author" : `${count} more authors`),
  },
} as const;
