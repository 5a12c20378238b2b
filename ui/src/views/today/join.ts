/**
 * What stands in the capture box when the portfolio turns out to have `stored` while `typed` stands on
 * screen. Neither may cost the other a word. With `fresh`, what was typed is all new: it was typed before it
 * was known what stands here.
 */
export function join(stored: string, typed: string, fresh: boolean): string {
  if (stored === "" || typed === "") return stored + typed;
  // Later, the two are usually states of one text, and the longer one has it all.
  if (!fresh && typed.includes(stored)) return typed;
  if (!fresh && stored.includes(typed)) return stored;
  return `${stored}\n\n${typed}`;
}
