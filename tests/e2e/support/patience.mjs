// Waiting: always on a condition, never for a time.

/** How long a condition may take before a journey gives up, in milliseconds. Slow machines are slow. */
export const PATIENCE = Number(process.env.AFTERSHIFT_PATIENCE ?? 20_000);

/** How often a condition is asked about. */
const PAUSE = 25;

/**
 * Asks until the answer is neither undefined nor null nor false, and returns it. What it throws counts as "not yet",
 * since an element may go away while it is being looked at; the last of it is told when the patience is over.
 */
export async function waitFor(what, ask, patience = PATIENCE) {
  const end = Date.now() + patience;
  let last;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== null && answer !== false) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) {
      const why = last === undefined ? "" : ` Last of all: ${errors(last)}`;
      throw new Error(`Waited ${patience / 1000} seconds for this, in vain: ${what}.${why}`);
    }
    await new Promise((done) => setTimeout(done, PAUSE));
  }
}

/** An error and the errors behind it, in one line. */
export function errors(error) {
  const parts = [];
  for (let at = error; at !== undefined && at !== null; at = at.cause) parts.push(at.message ?? String(at));
  return parts.join(": ");
}
