import type { AcceptedProposal, Category, Proposal } from "../../../backend/contract";

/** A proposal with what the person has decided about it. */
export interface Choice {
  readonly index: number;
  readonly proposal: Proposal;
  readonly ticked: boolean;
  readonly category: Category | null;
  readonly claimed: boolean;
}

/** Which proposals are shown. */
export type Shown = "all" | "new" | "known" | "ticked";

/** The time that would be claimed for a proposal: what the file calls learning, else all of it. */
export function claimable({ activity }: Proposal): number | null {
  const { learning, duration } = activity;
  if (learning !== null && duration !== null) return Math.min(learning, duration);
  return learning ?? duration;
}

/**
 * What the person decides about thousands of proposals. What is new is ticked at first, what is there
 * already is not, and nothing is claimed: doing the job is not learning.
 */
export class Choices {
  list = $state.raw<readonly Choice[]>([]);
  find = $state("");
  shown = $state<Shown>("all");

  constructor(proposals: readonly Proposal[]) {
    this.list = proposals.map((proposal, index) => ({
      index,
      proposal,
      ticked: proposal.duplicate === null,
      category: proposal.activity.category,
      claimed: false,
    }));
  }

  /** Those that are shown. */
  readonly visible = $derived.by(() => {
    const words = this.find.toLowerCase().trim();
    return this.list.filter((choice) => this.#shows(choice) && says(choice, words));
  });

  readonly ticked = $derived(this.list.filter((choice) => choice.ticked));
  readonly known = $derived(this.list.filter(({ proposal }) => proposal.duplicate !== null).length);

  /** Ticks or unticks one. */
  tick(index: number, ticked: boolean): void {
    this.#change((choice) => choice.index === index, { ticked });
  }

  /** Ticks or unticks all that are shown. */
  tickShown(ticked: boolean): void {
    const shown = new Set(this.visible.map(({ index }) => index));
    this.#change(({ index }) => shown.has(index), { ticked });
  }

  /** Gives the ticked ones a kind. */
  setKind(category: Category | null): void {
    this.#change(({ ticked }) => ticked, { category });
  }

  /** Claims the time of the ticked ones that have a length, or of none. Returns how many have none. */
  claim(claimed: boolean): number {
    const has = ({ proposal }: Choice): boolean => claimable(proposal) !== null;
    this.#change((choice) => choice.ticked && (!claimed || has(choice)), { claimed });
    return this.ticked.filter((choice) => !has(choice)).length;
  }

  /** What is agreed to. */
  get accepted(): AcceptedProposal[] {
    return this.ticked.map(({ index, category, claimed }) => ({ index, category, claim: claimed }));
  }

  #shows({ proposal, ticked }: Choice): boolean {
    switch (this.shown) {
      case "all":
        return true;
      case "new":
        return proposal.duplicate === null;
      case "known":
        return proposal.duplicate !== null;
      case "ticked":
        return ticked;
      default:
        return this.shown satisfies never;
    }
  }

  #change(which: (choice: Choice) => boolean, to: Partial<Choice>): void {
    this.list = this.list.map((choice) => (which(choice) ? { ...choice, ...to } : choice));
  }
}

function says({ proposal: { activity } }: Choice, words: string): boolean {
  if (words === "") return true;
  return `${activity.title} ${activity.whatWasDone}`.toLowerCase().includes(words);
}
