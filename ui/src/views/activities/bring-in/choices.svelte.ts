import type { AcceptedProposal, Category, Proposal } from "../../../backend/contract";
import { Picks, type Pick } from "../../bring-in/picks.svelte";

/** A proposal with what the person has decided about it. */
export interface Choice extends Pick {
  readonly proposal: Proposal;
  readonly category: Category | null;
  readonly claimed: boolean;
}

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
export class Choices extends Picks<Choice> {
  constructor(proposals: readonly Proposal[]) {
    const list = proposals.map((proposal, index) => ({
      index,
      proposal,
      ticked: proposal.duplicate === null,
      category: proposal.activity.category,
      claimed: false,
    }));
    super(
      list,
      ({ proposal }) => proposal.duplicate !== null,
      ({ proposal: { activity } }) => `${activity.title} ${activity.whatWasDone}`,
    );
  }

  /** Gives the ticked ones a kind. */
  setKind(category: Category | null): void {
    this.change(({ ticked }) => ticked, (choice) => ({ ...choice, category }));
  }

  /** Claims the time of the ticked ones that have a length, or of none. Returns how many have none. */
  claim(claimed: boolean): number {
    const has = ({ proposal }: Choice): boolean => claimable(proposal) !== null;
    this.change(
      (choice) => choice.ticked && (!claimed || has(choice)),
      (choice) => ({ ...choice, claimed }),
    );
    return this.ticked.filter((choice) => !has(choice)).length;
  }

  /** What is agreed to. */
  get accepted(): AcceptedProposal[] {
    return this.ticked.map(({ index, category, claimed }) => ({ index, category, claim: claimed }));
  }
}
