/** A stretch of a text and what stands there instead. */
export interface Change {
  from: number;
  to: number;
  insert: string;
}

/** The smallest change from `before` to `after`, so that the cursor stays where it was. */
export function smallest(before: string, after: string): Change {
  let from = 0;
  const shorter = Math.min(before.length, after.length);
  while (from < shorter && before[from] === after[from]) from += 1;
  let end = 0;
  while (
    end < shorter - from &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  return {
    from,
    to: before.length - end,
    insert: after.slice(from, after.length - end),
  };
}
