import type { Commands, Tag } from "./contract";

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
  /** Closes the window without asking again. */
  close(): Promise<void>;
}
