/** How loosely what was typed may fit. */
export interface Looseness {
  /** Letters may be left out inside a word, "gexp" for "Go to Export"; that ranks last. */
  skipping?: boolean;
}

/**
 * How well `typed` fits `words`: every word typed must occur, at the start of a word best. Higher is
 * better; nothing means it does not fit.
 */
export function fit(words: string, typed: string, { skipping = false }: Looseness = {}): number | undefined {
  const within = plain(words);
  const parts = plain(typed).split(" ").filter(Boolean);
  let score = 0;
  for (const part of parts) {
    const at = within.indexOf(part);
    if (at === 0) score += 4;
    else if (at > 0 && within[at - 1] === " ") score += 3;
    else if (at > 0) score += 2;
    else if (skipping && part.length > 1 && scattered(within, part)) score += 1;
    else return undefined;
  }
  return score;
}

/** Those of `items` that fit what was typed, best first and otherwise in their order. */
export function matching<T>(
  items: readonly T[],
  typed: string,
  words: (item: T) => string,
  looseness: Looseness = {},
): T[] {
  return items
    .map((item, index) => ({ item, index, score: fit(words(item), typed, looseness) }))
    .filter((found): found is typeof found & { score: number } => found.score !== undefined)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map((found) => found.item);
}

/** Words in lower case without accents and signs, so that "schon" finds "Schön". */
export function plain(words: string): string {
  return words
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function scattered(within: string, part: string): boolean {
  let at = 0;
  for (const letter of part) {
    at = within.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
