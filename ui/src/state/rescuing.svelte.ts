import type { Failure, Rescue } from "../backend/contract";
import { isFailure } from "../text/failures";
import { command } from "./query.svelte";

/** A file that was refused, and what it can be brought back from. */
export interface Refused {
  readonly found: Rescue;
  readonly failure: Failure;
}

/** The page for a portfolio that is too damaged to open: whoever tried to open one may ask for it. */
class Rescuing {
  #now = $state.raw<Refused>();

  /** What the page is about, while it is shown. */
  get now(): Refused | undefined {
    return this.#now;
  }

  /**
   * Shows the page if this failure is one of a damaged file; says whether it does. While another portfolio is
   * open (`isOpen`), it is only worth leaving for a file that can be brought back.
   */
  async offer(failure: unknown, isOpen: boolean): Promise<boolean> {
    if (!isFailure(failure)) return false;
    if (failure.code !== "damaged" && failure.code !== "notAPortfolio") return false;
    const found = await command("rescue", {}).catch(() => null);
    if (!found || (isOpen && found.copies.length === 0)) return false;
    this.#now = { found, failure };
    return true;
  }

  /** The page is done with. */
  leave(): void {
    this.#now = undefined;
  }
}

/** The window's own. */
export const rescuing = new Rescuing();
