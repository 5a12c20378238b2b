/** Something that a file would bring, and whether the person has ticked it. */
export interface Pick {
  readonly index: number;
  readonly ticked: boolean;
}

/** Which of them are shown. */
export type Shown = "all" | "new" | "known" | "ticked";

/** What a person picks out of thousands of things that a file would bring. */
export class Picks<P extends Pick> {
  list = $state.raw<readonly P[]>([]);
  find = $state("");
  shown = $state<Shown>("all");
  readonly #isKnown: (pick: P) => boolean;
  readonly #says: (pick: P) => string;

  /** `isKnown` tells what is there already, `says` what is searched. */
  constructor(list: readonly P[], isKnown: (pick: P) => boolean, says: (pick: P) => string) {
    this.list = list;
    this.#isKnown = isKnown;
    this.#says = says;
  }

  /** Those that are shown. */
  readonly visible = $derived.by(() => {
    const words = this.find.toLowerCase().trim();
    return this.list.filter(
      (pick) => this.#shows(pick) && this.#says(pick).toLowerCase().includes(words),
    );
  });

  readonly ticked = $derived(this.list.filter((pick) => pick.ticked));
  readonly known = $derived(this.list.filter((pick) => this.#isKnown(pick)).length);

  /** Ticks or unticks one. */
  tick(index: number, ticked: boolean): void {
    this.change((pick) => pick.index === index, (pick) => ({ ...pick, ticked }));
  }

  /** Ticks or unticks all that are shown. */
  tickShown(ticked: boolean): void {
    const shown = new Set(this.visible.map(({ index }) => index));
    this.change(({ index }) => shown.has(index), (pick) => ({ ...pick, ticked }));
  }

  /** Puts others in the place of some. */
  protected change(which: (pick: P) => boolean, to: (pick: P) => P): void {
    this.list = this.list.map((pick) => (which(pick) ? to(pick) : pick));
  }

  #shows(pick: P): boolean {
    switch (this.shown) {
      case "all":
        return true;
      case "new":
        return !this.#isKnown(pick);
      case "known":
        return this.#isKnown(pick);
      case "ticked":
        return pick.ticked;
      default:
        return this.shown satisfies never;
    }
  }
}
