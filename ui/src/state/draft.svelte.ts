import { untrack } from "svelte";
import { explain } from "../text/failures";

/** What can be said truthfully about a text. */
export type SaveStatus =
  | { kind: "idle" }
  | { kind: "saving" }
  | { kind: "saved"; at: Date }
  | { kind: "failed"; reason: string };

/** How a draft is kept. */
export interface DraftOptions<T> {
  /** Writes the value; resolves once the store has acknowledged it. */
  save: (value: T) => Promise<unknown>;
  /** What is stored already. */
  initial: T;
  /** Whether two values need no write between them. Identity unless given. */
  same?: (a: T, b: T) => boolean;
  /** Says in one sentence why saving did not work. */
  reason?: (failure: unknown) => string;
  /** Quiet time after a keystroke before writing, in milliseconds. */
  pause?: number;
  /** The longest a keystroke waits while typing goes on, in milliseconds. */
  most?: number;
  /** How long the first one waits after a rest, in milliseconds: what is only begun is soonest lost. */
  first?: number;
}

/** Waits between attempts after a failure, in milliseconds; the last one repeats. */
const RETRIES = [2_000, 5_000, 15_000, 30_000];

/**
 * A value that is saved while a person works on it.
 *
 * The value always stays here until the store has said it has it: a failed save keeps it, says why,
 * and tries again. Writes never overlap and never overtake each other.
 */
export class Draft<T> {
  #value = $state.raw() as T;
  #status = $state.raw<SaveStatus>({ kind: "idle" });
  #stored: T;
  #firstUnsaved: number | undefined;
  /** When the last write began. */
  #lastWrite = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<boolean> | undefined;
  #failures = 0;
  #leaving = false;
  #resting: SaveStatus = { kind: "idle" };
  readonly #options: Required<DraftOptions<T>>;

  constructor(options: DraftOptions<T>) {
    this.#options = { same: Object.is, reason: explain, pause: 400, most: 600, first: 150, ...options };
    this.#value = options.initial;
    this.#stored = options.initial;
    drafts.add(this);
  }

  /** The value as it stands; setting it starts the clock. */
  get value(): T {
    return this.#value;
  }
  set value(value: T) {
    // Setting depends on nothing, so that an effect may set.
    untrack(() => this.#set(value));
  }

  #set(value: T): void {
    this.#value = value;
    if (!this.dirty) {
      if (!this.#writing) this.#status = this.#resting;
      return;
    }
    if (this.#status.kind !== "failed") this.#status = { kind: "saving" };
    this.#firstUnsaved ??= Date.now();
    const { pause, most, first } = this.#options;
    const rested = this.#firstUnsaved - this.#lastWrite >= most;
    const left = this.#firstUnsaved + (rested ? first : most) - Date.now();
    this.#after(Math.max(0, Math.min(pause, left)));
  }

  /** What the quiet line says. */
  get status(): SaveStatus {
    return this.#status;
  }

  /** Whether something here is not in the store yet. */
  get dirty(): boolean {
    return !this.#options.same(this.#value, this.#stored);
  }

  /**
   * Takes over what is stored elsewhere (a newer version arrived). Words that are not saved yet
   * win: they stay and will be written.
   */
  adopt(stored: T): void {
    const untouched = untrack(() => !this.dirty);
    this.#stored = stored;
    if (untouched) this.#value = stored;
    else if (untrack(() => this.dirty)) this.#after(this.#options.pause);
    else if (!this.#writing) {
      // What was typed is what is stored by now: there is nothing left to wait for.
      clearTimeout(this.#timer);
      this.#firstUnsaved = undefined;
      this.#status = this.#resting;
    }
  }

  /** Writes now. Answers whether everything here is in the store. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.#writing ?? untrack(() => this.dirty)) {
      this.#writing ??= this.#write().finally(() => {
        this.#writing = undefined;
      });
      if (!(await this.#writing)) return false;
    }
    return true;
  }

  /** Lets go of the draft after a last write; what cannot be written stays and keeps trying. */
  async dispose(): Promise<void> {
    if (await this.flush()) drafts.remove(this);
    else this.#leaving = true;
  }

  #after(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), wait);
  }

  async #write(): Promise<boolean> {
    const value = this.#value;
    this.#firstUnsaved = undefined;
    this.#lastWrite = Date.now();
    this.#status = { kind: "saving" };
    try {
      await this.#options.save(value);
    } catch (failure) {
      this.#status = { kind: "failed", reason: this.#options.reason(failure) };
      const wait = RETRIES[Math.min(this.#failures, RETRIES.length - 1)] ?? 30_000;
      this.#failures += 1;
      this.#after(wait);
      return false;
    }
    this.#stored = value;
    this.#failures = 0;
    this.#resting = { kind: "saved", at: new Date() };
    this.#status = this.dirty ? { kind: "saving" } : this.#resting;
    if (this.#leaving && !this.dirty) drafts.remove(this);
    return true;
  }
}

/** Every draft that is open, so that closing the window can wait for all of them. */
class Drafts {
  #open = $state.raw<readonly Draft<never>[]>([]);
  #last = $state.raw<SaveStatus>({ kind: "idle" });

  /** Takes a draft into account. */
  add<T>(draft: Draft<T>): void {
    // Whoever adds does not depend on what is there: an effect that adds must not run again for it.
    this.#open = [...untrack(() => this.#open), draft as unknown as Draft<never>];
  }

  /** Forgets a draft that is saved. */
  remove<T>(draft: Draft<T>): void {
    untrack(() => {
      if (draft.status.kind === "saved") this.#last = this.status;
      this.#open = this.#open.filter((other) => other !== (draft as unknown as Draft<never>));
    });
  }

  /** Notes a write that did not go through a draft (a form, a quick entry). */
  noteSaved(at: Date = new Date()): void {
    this.#last = { kind: "saved", at };
  }

  /** One truth for the line at the foot of the window: the worst of what is going on. */
  get status(): SaveStatus {
    const all = this.#open.map((draft) => draft.status);
    const failed = all.find((status) => status.kind === "failed");
    if (failed) return failed;
    const saving = all.find((status) => status.kind === "saving");
    if (saving) return saving;
    let latest = this.#last;
    for (const status of all) {
      if (status.kind !== "saved") continue;
      if (latest.kind !== "saved" || status.at > latest.at) latest = status;
    }
    return latest;
  }

  /** Whether anything anywhere is not in the store yet. */
  get dirty(): boolean {
    return this.#open.some((draft) => draft.dirty);
  }

  /** Writes everything now. Answers whether all of it is in the store. */
  async flush(): Promise<boolean> {
    const open = untrack(() => this.#open);
    const kept = await Promise.all(open.map((draft) => draft.flush()));
    return kept.every(Boolean);
  }
}

/** All open drafts. */
export const drafts = new Drafts();
