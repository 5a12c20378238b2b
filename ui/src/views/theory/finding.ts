import type { Theory, TheoryRow } from "../../backend/contract";
import { plain } from "../../components/fuzzy";
import type { Citable } from "../../editor/completions";

/*
 * How works of theory are found, in the Theory room and wherever a work is chosen.
 *
 * Every word that is typed must stand somewhere in the work. It counts where it stands best: in the
 * name of an author, in the title, in what else is known of the work, and in the key idea last, which is
 * written in the person's own words and often names other authors. In each of these the beginning of a
 * word comes before its middle: people type how a word starts. The work whose words stand best comes first;
 * works that are alike stay in the order of the list, by author and year.
 *
 * Letters are never skipped: "carper" must not find a work that happens to have these letters in this order,
 * because Enter takes the only work that is found.
 */
const places: readonly ((work: Theory) => readonly string[])[] = [
  (work) => [...work.authors.map(({ family }) => family), work.corporateAuthor],
  (work) => [work.title],
  (work) => [
    work.year,
    ...work.authors.map(({ given }) => given),
    ...work.editors.map(({ family }) => family),
    work.container,
    work.module,
    ...work.tags,
  ],
  (work) => [work.keyIdea],
];

/** The works that have every word typed, those first in which the words stand best. */
export function findWorks(rows: readonly TheoryRow[], typed: string): readonly TheoryRow[] {
  const words = plain(typed).split(" ").filter(Boolean);
  if (words.length === 0) return rows;
  return rows
    .map((row) => ({ row, rank: rank(row.theory, words) }))
    .filter(({ rank }) => rank !== Infinity)
    .sort((a, b) => a.rank - b.rank)
    .map(({ row }) => row);
}

/** The most works that are offered while one types. */
const OFFERED = 20;

/** The works that are offered to be cited: those whose key begins as typed come before all others. */
export function findCitable(rows: readonly TheoryRow[], typed: string): readonly Citable[] {
  const key = typed.toLowerCase();
  const begins = ({ theory }: TheoryRow): boolean => theory.citeKey.toLowerCase().startsWith(key);
  const keyed = rows.filter(begins);
  return [...keyed, ...findWorks(rows, typed).filter((row) => !begins(row))]
    .slice(0, OFFERED)
    .map(({ theory, label }) => ({ key: theory.citeKey, label, title: theory.title }));
}

/** How well a work fits: the lower the better, and infinity if a word is nowhere in it. */
function rank(work: Theory, words: readonly string[]): number {
  // A space in front of every text makes the beginning of each word findable as such.
  const said = places.map((place) => place(work).map((text) => ` ${plain(text)}`));
  const best = (word: string): number => {
    for (const [place, texts] of said.entries()) {
      if (texts.some((text) => text.includes(` ${word}`))) return 2 * place;
      if (texts.some((text) => text.includes(word))) return 2 * place + 1;
    }
    return Infinity;
  };
  return words.reduce((sum, word) => sum + best(word), 0);
}
