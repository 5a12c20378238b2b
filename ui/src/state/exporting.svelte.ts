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
  sign: false,
  audience: "provider",
  recipient: "",
  title: "",
  module: "",
  theoryId: null,
  reflectionIds: [],
  byModule: false,
  paper: "a4",
  since: null,
};

/** Whether nothing that can be handed in is left out or made coarser: such a PDF can carry the whole portfolio. */
export function isEverything(options: ExportOptions): boolean {
  const all = options.hours && options.reflections && options.drafts;
  const narrowed = options.module !== "" || options.theoryId !== null || options.reflectionIds.length > 0;
  return all && !options.coarseDates && options.from === null && options.to === null && !narrowed;
}

/**
 * What was chosen for the export. The choices outlive the room, since a check leads to other rooms and back; they
 * belong to one portfolio, so another one begins with the usual ones.
 */
export class ExportChoices {
  #now = $state<ExportOptions>({ ...usual });
  #profile = $state("provider");
  #portfolio: string | undefined;

  /** The choices, to be changed in place. */
  get now(): ExportOptions {
    return this.#now;
  }

  /** The id of the profile that they began with. */
  get profile(): string {
    return this.#profile;
  }

  /** Begins again with the choices of a profile. Who the document is for stays, unless the profile says it. */
  choose({ id, options }: { id: string; options: ExportOptions }): void {
    const recipient = options.recipient || this.#now.recipient;
    Object.assign(this.#now, options, { recipient, reflectionIds: [...options.reflectionIds] });
    this.#profile = id;
  }

  /** Says which portfolio they are for. */
  belongTo(portfolio: string): void {
    if (this.#portfolio !== undefined && this.#portfolio !== portfolio) {
      Object.assign(this.#now, usual);
      this.#profile = "provider";
    }
    this.#portfolio = portfolio;
  }
}

/** The window's choices. */
export const exporting = new ExportChoices();
