import { getContext, setContext, untrack } from "svelte";

/** A box of a form, as far as keeping what is typed there is concerned. */
export interface TypedBox {
  /** Its name within the form. */
  readonly name: string;
  /** What stands in it, as typed. */
  read(): string;
  /** Puts a text into it, as if it had been typed there. */
  write(text: string): void;
}

/** Whoever keeps what is typed into the boxes of a form. */
export interface Keeper {
  /** What stands before the name of a box in its id. */
  readonly ids: string;
  /** Takes a box into account; the returned function lets go of it. */
  add(box: TypedBox): () => void;
}

const KEY = Symbol("keeper");

/** Makes every box below this component one of the form that `keeper` keeps. */
export function provideKeeper(keeper: Keeper): void {
  setContext(KEY, keeper);
}

/**
 * Says that the form keeps the boxes below this component as a whole, such as rows that come and go: none of
 * them is one of its boxes by itself.
 */
export function keptAsWhole(): void {
  setContext(KEY, undefined);
}

/**
 * Makes a box known to the form around it, if what is typed there is kept. Call it while a component
 * is being set up. `part` names one of several boxes that share an id. Boxes of a list, whose ids
 * have a number in brackets, are left out: the list is kept as a whole.
 */
export function keeps(
  id: () => string | undefined,
  read: () => string,
  write: (text: string) => void,
  part = "",
): void {
  const keeper = getContext<Keeper | undefined>(KEY);
  if (!keeper) return;
  $effect(() => {
    const full = id();
    if (!full?.startsWith(keeper.ids) || full.includes("[")) return undefined;
    const name = full.slice(keeper.ids.length) + part;
    return untrack(() => keeper.add({ name, read, write }));
  });
}
