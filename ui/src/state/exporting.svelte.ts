import type { ExportOptions } from "../backend/contract";

/** What is handed in until somebody says otherwise. */
const usual: ExportOptions = {
  hours: true,
  reflections: true,
  drafts: false,
  coarseDates: true,
  from: null,
  to: null,
  raggedRight: false,
  largePrint: false,
  data: "everything",
};

/** Whether nothing that can be handed in is left out or made coarser: such a PDF can carry the whole portfolio. */
export function isEverything(options: ExportOptions): boolean {
  const all = options.hours && options.reflections && options.drafts;
  return all && !options.coarseDates && options.from === null && options.to === null;
}

/**
 * What was chosen for the export. The choices outlive the room, since a check leads to other rooms and back; they
 * belong to one portfolio, so another one begins with the usual ones.
 */
export class ExportChoices {
  #now = $state<ExportOptions>({ ...usual });
  #portfolio: string | undefined;

  /** The choices, to be changed in place. */
  get now(): ExportOptions {
    return this.#now;
  }

  /** Says which portfolio they are for. */
  belongTo(portfolio: string): void {
    if (this.#portfolio !== undefined && this.#portfolio !== portfolio) Object.assign(this.#now, usual);
    this.#portfolio = portfolio;
  }
}

/** The window's choices. */
export const exporting = new ExportChoices();
