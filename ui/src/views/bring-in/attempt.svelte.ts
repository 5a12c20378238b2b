import { sentence } from "../../text/failures";

/** What is asked of the program one thing at a time, and what it said where it refused. */
export class Attempt {
  busy = $state(false);
  /** The sentence of the last refusal; empty once something else is tried. */
  refused = $state("");

  /** Does `work` unless something else is still going on. */
  async run(work: () => Promise<unknown>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.refused = "";
    try {
      await work();
    } catch (failure) {
      this.refused = sentence(failure);
    }
    this.busy = false;
  }
}
