import { text } from "../en-GB";

const n = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

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
  how: "A row for each work, a column for each month or longer. A dot is a reflection that says how the work explains what happened; a number is how many. Choose one to see which. Arrow keys lead from one to the next.",
  columns: { work: "Work", all: "All" },
  noModule: "No module",
  never: "Never",
  bare: "Without theory",
  cell: (row: string, period: string, count: number) =>
    `${row}, ${period}: ${count === 1 ? "1 reflection" : `${count} reflections`}`,
  chosen: (row: string, period: string) => `${row}, ${period}`,
  untitled: "Untitled reflection",
  gaps: {
    all: (count: number) => `Show all ${count}`,
    fewer: "Show fewer",
    link: "Link theory",
    linkTo: (title: string) => `to “${title}”`,
    write: "Write about it",
    writeAbout: (title: string) => `“${title}”`,
  },
  unapplied: {
    title: "Theory you have never applied",
    sentence: (never: number, works: number) =>
      never === 0
        ? "Every work has been used in a reflection."
        : `${never} of ${n(works, "work", "works")} ${never === 1 ? "is" : "are"} not linked to any reflection.`,
    link: "Link to a reflection",
    about: (label: string) => `: ${label}`,
  },
  modules: {
    title: "Modules whose theory is unused",
    sentence: (unused: number, modules: number) =>
      unused === 0
        ? "From every module, some theory has been used."
        : `From ${unused} of ${n(modules, "module", "modules")}, you have used no theory yet.`,
  },
  accounts: {
    title: "Reflections without theory",
    sentence: (bare: number, accounts: number) =>
      bare === 0
        ? "Every reflection is linked to theory."
        : `${bare} of ${n(accounts, "reflection", "reflections")} ${bare === 1 ? "is" : "are"} not linked to theory.`,
  },
  activities: {
    title: "Activities without theory",
    sentence: (bare: number) =>
      bare === 0
        ? "Every activity you have written about is linked to theory through a reflection."
        : `${n(bare, "activity was", "activities were")} written about without any theory.`,
    unwritten: (count: number) => `${n(count, "activity is", "activities are")} not written about yet`,
    latest: (count: number) => `The latest ${count}:`,
  },
  authors: {
    title: "Authors you lean on",
    none: "No reflection is linked to theory yet.",
    sentence: (author: string, accounts: number, all: number) =>
      `${author} explains ${accounts} of ${n(all, "reflection", "reflections")} that draw on theory.`,
    share: (accounts: number) => n(accounts, "reflection", "reflections"),
  },
} as const;
