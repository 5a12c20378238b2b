import type { EntryRemarks, Remark, SaveActivity, Verdict } from "../../backend/contract";
import { queries } from "../../state/query.svelte";

/** Long enough for a person to have paused. */
const PAUSE = 400;

/** What rules and checks say of an entry that is being typed. */
export interface Said {
  /** Whether it would count, and why; nothing as long as that cannot be told. */
  readonly verdict: Verdict | null;
  /** What the checks have to say, the gravest first. */
  readonly remarks: readonly Remark[];
}

const NOTHING: EntryRemarks = { verdict: null, remarks: [], problems: [] };

/**
 * Asks the program about an entry whenever whoever types it pauses. Call it while a component is being set up.
 *
 * It only speaks: nothing waits for it, and an answer to what stood there before is not shown. What is wrong with
 * the entry itself is said when it is kept, so nothing is said of an entry that cannot be read.
 */
export function saidOf<T>(
  typed: () => T | undefined,
  read: (typed: T) => SaveActivity | undefined | Promise<SaveActivity | undefined>,
): Said {
  let answer = $state.raw(NOTHING);
  let turn = 0;

  async function ask(about: T, mine: number): Promise<void> {
    let said = NOTHING;
    try {
      const entry = await read(about);
      if (mine !== turn) return;
      if (entry) said = await queries().command("check_entry", entry);
    } catch {
      // Whoever types has nothing to do about it.
    }
    if (mine === turn) answer = said;
  }

  $effect(() => {
    const about = typed();
    const mine = ++turn;
    if (about === undefined) {
      answer = NOTHING;
      return;
    }
    const wait = setTimeout(() => void ask(about, mine), PAUSE);
    return () => clearTimeout(wait);
  });

  const remarks = $derived(
    [...answer.remarks].sort((a, b) => Number(b.result === "problem") - Number(a.result === "problem")),
  );
  return {
    get verdict() {
      return answer.verdict;
    },
    get remarks() {
      return remarks;
    },
  };
}
