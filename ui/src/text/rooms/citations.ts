import { text } from "../en-GB";
import { numberText as n } from "../numbers";

const works = (count: number): string => (count === 1 ? "1 work" : `${n(count)} works`);

/** Sentences of the page that brings a citation file into the library, and of the library on its way out. */
export const citations = {
  title: "Bring in a citation file",
  back: "All theory",
  open: text.actions.citations,
  empty: {
    title: "What you have collected elsewhere",
    why: "Choose a file that Zotero, Mendeley, EndNote or a database has exported as BibTeX, RIS or CSL-JSON, or one in Hayagriva’s YAML, or drop it on this window. You see every work before anything enters your library, and one undo takes all of it back.",
    choose: "Choose a file",
  },
  paste: {
    label: "Or paste entries here",
    hint: "BibTeX, RIS or CSL-JSON, as “Cite” on a journal’s page gives it",
    read: "Look at them",
  },
  other: "Choose another file",
  dismiss: "Leave it",
  from: (file: string, form: string) => (file === "" ? `Pasted, ${form}` : `${file}, ${form}`),
  list: {
    caption: "Works that would come in",
    count: (all: number, known: number) =>
      `${works(all)}${known === 0 ? "" : `; ${known === 1 ? "1 is" : `${n(known)} are`} in your library or in the file already`}`,
    none: "There is nothing here to bring in.",
    allKnown: "You have everything in this file already. Tick a work to fill in what is empty in yours, or to add it all the same.",
    find: "Find among them",
    found: works,
    which: "Show",
    all: "All works",
    new: "New ones",
    known: "Those there already",
    ticked: "Ticked ones",
    tickAll: "Tick all shown",
    untickAll: "Untick all shown",
    more: (left: number) => `Show more (${n(left)} left)`,
    columns: { tick: "Bring in", work: "Work", kind: "Kind", container: "Stands in", as: "What happens" },
    tick: (title: string) => `Bring in “${title}”`,
    inLibrary: (label: string) => `You have this already: ${label}`,
    inFile: (line: number) => `The same as the entry on line ${n(line)}`,
    asOf: (title: string) => `What happens with “${title}”`,
    added: "Added",
    fill: "Fill in what is empty in yours",
    another: "Add as another work",
  },
  faults: {
    title: (count: number) => (count === 1 ? "1 entry cannot be brought in" : `${n(count)} entries cannot be brought in`),
    note: "Correct them in the file and choose it again, or add them by hand. The others can come in without them.",
    caption: "Entries that cannot be brought in",
    columns: { line: "Line", key: "Key", reason: "Why" },
    more: (count: number) => `and ${n(count)} more`,
    showMore: (left: number) => `Show more of these (${n(left)} left)`,
  },
  leftOut: {
    title: "What is not taken over",
    why: "A work has no place for these. They stay in the file; your own words on a work go into its key idea.",
    item: (name: string, count: number) => `${name}: ${count === 1 ? "1 entry" : `${n(count)} entries`}`,
  },
  accept: (count: number) => `Bring in ${works(count)}`,
  done: (added: number, merged: number) =>
    merged === 0
      ? `Added ${works(added)}`
      : added === 0
        ? `Filled in ${works(merged)}`
        : `Added ${works(added)} and filled in ${n(merged)}`,
  export: {
    bibTex: "Export as BibTeX (.bib)",
    ris: "Export as RIS (.ris)",
    cslJson: "Export as CSL-JSON (.json)",
    written: (file: string, folder: string) => `Wrote ${file} in ${folder}`,
  },
} as const;
