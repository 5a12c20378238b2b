import type { Commands, Evidence, Failure, Tag } from "./contract";

/** The only door between the window and the program behind it. */
export interface Backend {
  /** Runs one command; rejects with a `Failure`. */
  call<K extends keyof Commands>(
    name: K,
    request: Commands[K]["request"],
  ): Promise<Commands[K]["response"]>;
  /** Tells what became out of date without this window asking. Returns how to stop listening. */
  watch(listener: (changed: Tag[]) => void): () => void;
}

/** How far a long piece of work is. */
export interface Step {
  done: number;
  total: number;
}

/** What the window around the page says by itself. Every method returns how to stop listening. */
export interface Host {
  /**
   * The person wants to close the window. Whoever listens keeps the drafts and then calls
   * `close_window` or `keep_open`.
   */
  closing(listener: () => void): () => void;
  /** An entry of the native menu was chosen: the id of an action. */
  menu(listener: (action: string) => void): () => void;
  /**
   * A portfolio is to be opened from outside (a double click, a drop). Whoever listens keeps the
   * drafts and then calls `open_default`, which opens it.
   */
  asked(listener: () => void): () => void;
  /** A picture was dropped on the window and kept. */
  picture(listener: (picture: Evidence) => void): () => void;
  /** A file was dropped on the page of a work and kept as that of the work. */
  workFile(listener: (file: Evidence) => void): () => void;
  /** A timesheet or calendar was dropped on the window and waits to be looked through. */
  imported(listener: () => void): () => void;
  /** A citation file was dropped on the window and waits to be looked through. */
  cited(listener: () => void): () => void;
  /** A citation style was dropped on the window and is in use. */
  styled(listener: () => void): () => void;
  /** A PDF with a portfolio inside was dropped on the window and waits to be agreed to. */
  offered(listener: () => void): () => void;
  /** Something that was not asked for by a command did not work. */
  failed(listener: (failure: Failure) => void): () => void;
  /** How far an export is. */
  progress(listener: (step: Step) => void): () => void;
}
