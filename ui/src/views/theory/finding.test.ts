import { expect, test } from "vitest";
import type { Theory, TheoryRow } from "../../backend/contract";
import { findCitable, findWorks } from "./finding";
import { blank } from "./form";

const work = (family: string, title: string, more: Partial<Theory> = {}): TheoryRow => {
  const theory = { ...blank, id: family, authors: [{ family, given: "" }], title, ...more } as Theory;
  return { theory, label: family, uses: 0 };
};

const benner = work("Benner", "From novice to expert", {
  year: "1984",
  keyIdea: "Carper asked what nurses know; this asks how they come to know it. C-a-r-p-e-r.",
});
const library = [
  benner,
  work("Carper", "Fundamental patterns of knowing in nursing", { year: "1978", authors: [{ family: "Carper", given: "Barbara A." }] }),
  work("McCarperson", "On stairs"),
  work("Schön", "The reflective practitioner", { tags: ["carpets"] }),
  work("Watson", "Reading Carper"),
  work("Young", "A macarpery", { module: "Knowing", corporateAuthor: "Royal College of Nursing" }),
];

function check(typed: string, found: readonly string[]): void {
  expect(findWorks(library, typed).map(({ label }) => label)).toEqual(found);
}

test("an author comes before a title, that before the rest, and the key idea last", () => {
  check("carper", ["Carper", "McCarperson", "Watson", "Young", "Benner"]);
});

test("the beginning of a word comes before its middle", () => {
  check("carpe", ["Carper", "McCarperson", "Watson", "Young", "Schön", "Benner"]);
  check("know", ["Carper", "Young", "Benner"]);
});

test("every word must be found, wherever it stands best", () => {
  check("benner 1984", ["Benner"]);
  check("barbara patterns", ["Carper"]);
  check("royal college", ["Young"]);
  check("carper stairs", ["McCarperson"]);
  check("carper nowhere", []);
});

test("letters are not skipped: Enter takes the only work that is found", () => {
  check("novexp", []);
  check("cr", []);
});

test("accents, capitals and signs do not matter", () => {
  check("SCHON", ["Schön"]);
  check("watson, reading", ["Watson"]);
  check("“reading”", ["Watson"]);
});

test("works that are alike stay in the order of the list, and nothing typed keeps all", () => {
  check("ing", ["Young", "Carper", "Watson"]);
  check(" ", library.map(({ label }) => label));
});

test("a work is offered by its key as well, and that comes first", () => {
  const keyed = [...library, work("Roper", "Benner in practice", { citeKey: "schön1983" })];
  const offered = (typed: string) => findCitable(keyed, typed).map(({ label }) => label);
  expect(offered("schön1983")).toEqual(["Roper"]);
  expect(offered("schön")).toEqual(["Roper", "Schön"]);
  expect(findCitable(keyed, "Schön1")[0]).toEqual({ key: "schön1983", label: "Roper", title: "Benner in practice" });
  const many = Array.from({ length: 50 }, (_, at) => work(`Many${at}`, "Alike"));
  expect(findCitable(many, "")).toHaveLength(20);
});
