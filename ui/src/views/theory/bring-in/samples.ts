import type { LibraryView, ProposedWork } from "../../../backend/contract";

/** A work of which a file says this much. */
export const work = (line: number, label: string, title: string, more: Partial<ProposedWork> = {}): ProposedWork => ({
  line,
  label,
  title,
  kind: "book",
  container: "",
  remarks: [],
  known: null,
  knownAs: "",
  fills: false,
  ...more,
});

/** A file with something of everything. */
export const view: LibraryView = {
  id: "l1",
  fileName: "library.bib",
  form: "BibTeX",
  works: [
    work(1, "Atkins and Murphy (1993)", "Reflection: a review of the literature", {
      kind: "article",
      container: "Journal of Advanced Nursing",
    }),
    work(12, "Gibbs (1988)", "Learning by doing", {
      known: { where: "library", id: "t1" },
      knownAs: "Gibbs (1988)",
      fills: true,
    }),
    work(20, "Schön (1983)", "The reflective practitioner", {
      known: { where: "library", id: "t2" },
      knownAs: "Schön (1983)",
    }),
    work(31, "Atkins and Murphy (1993)", "Reflection: A Review", { known: { where: "file", line: 1 } }),
    work(40, "John Smith (2001)", "Caring", {
      remarks: ["“John Smith” has no comma, so it is taken for an organisation."],
    }),
  ],
  faults: [{ line: 51, key: "broken2001", reason: "It has no title." }],
  faultCount: 1,
  leftOut: [
    { name: "abstract", count: 812 },
    { name: "file", count: 1 },
  ],
};
