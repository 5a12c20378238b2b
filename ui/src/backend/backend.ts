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

/** What the window around the page can do, apart from commands. */
export interface Host {
  /**
   * Asks `listener` before the window closes. It answers `true` when everything is kept and the
   * window may go, `false` when it must stay open.
   */
  closing(listener: () => Promise<boolean>): () => void;
  /** Passes on a choice in the native menu, by the id of the action. */
  menu(listener: (action: string) => void): () => void;
  /** Tells that another portfolio was opened from outside the page, or why it could not be. */
  opened(listener: (failure: Failure | undefined) => void): () => void;
  /** Tells how far an export is. */
  progress(listener: (step: { done: number; total: number }) => void): () => void;
  /** Tells of a picture that was dropped on the window and is kept. */
  picture(listener: (picture: Evidence) => void): () => void;
  /** Tells of something that began outside the page and did not succeed. */
  failed(listener: (failure: Failure) => void): () => void;
  /** Closes the window without asking again. */
  close(): Promise<void>;
}
