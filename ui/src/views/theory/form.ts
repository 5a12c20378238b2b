import type { Author, SaveTheory, Theory, TheoryKind } from "../../backend/contract";

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
};

/** What the form starts from. */
export function draftOf(work: Theory | undefined): SaveTheory {
  if (!work) return blank;
  const { createdAt: _created, changedAt: _changed, deletedAt: _deleted, ...rest } = work;
  return rest;
}

/** Authors as they are typed: one on each line, family name first. */
export function authorsText(authors: readonly Author[]): string {
  return authors
    .map(({ family, given }) => (given === "" ? family : `${family}, ${given}`))
    .join("\n");
}

/** Reads authors as they are typed. */
export function readAuthors(typed: string): Author[] {
  return typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const comma = line.indexOf(",");
      return comma < 0
        ? { family: line, given: "" }
        : { family: line.slice(0, comma).trim(), given: line.slice(comma + 1).trim() };
    });
}

/** Boxes that only some kinds of source have on screen. */
export const sometimes = [
  "container",
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
  article: ["container", "volume", "issue", "pages", "doi", "url"],
  web_page: ["container", "url", "accessedOn"],
  report: ["edition", "publisher", "place", "url", "accessedOn"],
  lecture: ["container", "publisher", "url", "accessedOn"],
  other: ["container", "volume", "issue", "pages", "publisher", "place", "doi", "url", "accessedOn"],
};
