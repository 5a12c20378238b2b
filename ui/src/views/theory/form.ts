import type { Author, DoubtedName, NameDoubt, SaveTheory, Theory, TheoryKind } from "../../backend/contract";
import { listOf, textIn } from "../unfinished/lists";

/** A work without anything in it. */
export const blank: SaveTheory = {
  id: null,
  citeKey: "",
  kind: "book",
  authors: [],
  corporateAuthor: "",
  year: "",
  title: "",
  container: "",
  containerShort: "",
  editors: [],
  edition: "",
  volume: "",
  issue: "",
  pages: "",
  publisher: "",
  place: "",
  doi: "",
  url: "",
  accessedOn: null,
  keyIdea: "",
  quotation: "",
  quotationPage: "",
  module: "",
  tags: [],
  criteria: [],
};

/** What the form starts from. */
export function draftOf(work: Theory | undefined): SaveTheory {
  if (!work) return blank;
  const { createdAt: _created, changedAt: _changed, deletedAt: _deleted, evidenceId: _file, ...rest } = work;
  return rest;
}

/** The rows that a form shows for the people of a work: at least one to fill in. */
export const rowsOf = (people: readonly Author[]): Author[] =>
  people.length === 0 ? [{ family: "", given: "" }] : people.map((person) => ({ ...person }));

/** Rows that were kept as typed; nothing if the text is none. */
export function readRows(text: string): Author[] | undefined {
  const rows = listOf(text, (row) => ({ family: textIn(row, "family"), given: textIn(row, "given") }));
  return rows && rowsOf(rows);
}

/** The people of filled-in rows. */
export function peopleOf(rows: readonly Author[]): Author[] {
  return rows
    .map(({ family, given }) => ({ family: family.trim(), given: given.trim() }))
    .filter(({ family, given }) => family !== "" || given !== "");
}

/** A name as reference lists have it, family name before a comma, in its two parts. */
export function asAuthor(typed: string): Author {
  const comma = typed.indexOf(",");
  return comma < 0
    ? { family: typed, given: "" }
    : { family: typed.slice(0, comma).trim(), given: typed.slice(comma + 1).trim() };
}

/** Places of the rows that are sent: what comes back counts them alone. */
const filledIn = (rows: readonly Author[]): number[] =>
  rows.flatMap((row, place) => (peopleOf([row]).length > 0 ? [place] : []));

/** Where a box of a name stands, by the field that the program names, such as `authors[1].family`. */
export function boxOf(field: string, rows: Readonly<Record<"authors" | "editors", readonly Author[]>>): string {
  const [name = "", at, part = "family"] = field.split(/[.[\]]+/);
  if (name !== "authors" && name !== "editors") return name;
  return `${name}-${filledIn(rows[name])[Number(at)] ?? 0}-${part === "" ? "family" : part}`;
}

/** The doubts about one list of people, by the place of the row they are about. */
export function doubtsOf(
  list: "authors" | "editors",
  rows: readonly Author[],
  doubts: readonly DoubtedName[],
): Map<number, NameDoubt> {
  const filled = filledIn(rows);
  const found = new Map<number, NameDoubt>();
  for (const { field, doubt } of doubts) {
    const place = field.startsWith(`${list}[`) ? filled[parseInt(field.slice(list.length + 1), 10)] : undefined;
    if (place !== undefined) found.set(place, doubt);
  }
  return found;
}

/** Boxes that only some kinds of source have on screen. */
export const sometimes = [
  "container",
  "containerShort",
  "edition",
  "volume",
  "issue",
  "pages",
  "publisher",
  "place",
  "doi",
  "url",
] as const satisfies readonly (keyof SaveTheory)[];

/** Fields that a kind of source can have; the others stay out of the way. */
export const fieldsOf: Readonly<Record<TheoryKind, readonly (keyof SaveTheory)[]>> = {
  book: ["edition", "publisher", "place", "doi", "url"],
  chapter: ["container", "editors", "edition", "pages", "publisher", "place", "doi", "url"],
  article: ["container", "containerShort", "volume", "issue", "pages", "doi", "url"],
  web_page: ["container", "url", "accessedOn"],
  report: ["edition", "publisher", "place", "url", "accessedOn"],
  lecture: ["container", "publisher", "url", "accessedOn"],
  other: ["container", "containerShort", "volume", "issue", "pages", "publisher", "place", "doi", "url", "accessedOn"],
};
