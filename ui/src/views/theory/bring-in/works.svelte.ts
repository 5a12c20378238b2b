import type { AcceptedWork, ProposedWork } from "../../../backend/contract";
import { Picks, type Pick } from "../../bring-in/picks.svelte";

/** A work of the file with what the person has decided about it. */
export interface WorkPick extends Pick {
  readonly work: ProposedWork;
  /** Whether it fills in the work that it repeats. */
  readonly merge: boolean;
}

/** Whether it can fill in anything. */
export const canMerge = (work: ProposedWork): boolean => work.known?.where === "library" && work.fills;

/**
 * What the person decides about the works of a file. What is new is ticked at first; what is there already is
 * not, and would fill in what is empty where it can.
 */
export class Works extends Picks<WorkPick> {
  constructor(works: readonly ProposedWork[]) {
    const list = works.map((work, index) => ({
      index,
      work,
      ticked: work.known === null,
      merge: canMerge(work),
    }));
    super(
      list,
      ({ work }) => work.known !== null,
      ({ work }) => `${work.label} ${work.title} ${work.container}`,
    );
  }

  /** Says whether one fills in the work that it repeats, and ticks it: whoever says so wants it. */
  setMerge(index: number, merge: boolean): void {
    this.change((pick) => pick.index === index, (pick) => ({ ...pick, merge, ticked: true }));
  }

  /** What is agreed to. */
  get accepted(): AcceptedWork[] {
    return this.ticked.map(({ index, merge }) => ({ index, merge }));
  }
}
