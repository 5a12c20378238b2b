import { untrack } from "svelte";

/** A short message that can be taken back. */
export interface Toast {
  readonly id: number;
  readonly message: string;
  /** What the one button does: usually "Undo". */
  readonly action?: { readonly label: string; readonly run: () => unknown };
}

/** What is shown when a toast is made. */
export interface ToastOptions {
  action?: {
    label: string;
    run: () => unknown;
    /** It does not take back the change that was made last. */
    aside?: boolean;
  };
  /** How long it stays, in seconds; longer when there is something to press. */
  seconds?: number;
}

interface Running {
  timer: ReturnType<typeof setTimeout> | undefined;
  left: number;
  since: number;
}

/** The messages at the edge of the window. None goes away while a person is on it. */
export class Toasts {
  #list = $state.raw<readonly Toast[]>([]);
  /** The same, apart from what is shown: a page that is just being left reads state as it was before. */
  #all: readonly Toast[] = [];
  readonly #clocks = new Map<number, Running>();
  #held = 0;
  #next = 1;
  /** What the change is called that each message can take back, in the program's words. */
  readonly #steps = new Map<number, string>();
  #step: (() => Promise<string>) | undefined;

  /** What is on screen, oldest first. */
  get list(): readonly Toast[] {
    return this.#list;
  }

  /** Shows a message. At most three stand at once: the oldest makes room. */
  show(message: string, options: ToastOptions = {}): number {
    return untrack(() => this.#show(message, options));
  }

  #show(message: string, options: ToastOptions): number {
    const id = this.#next++;
    const toast: Toast = { id, message, ...(options.action ? { action: options.action } : {}) };
    while (this.#all.length >= 3) this.dismiss(this.#all[0]?.id ?? 0);
    this.#set([...this.#all, toast]);
    const seconds = options.seconds ?? (options.action ? 12 : 6);
    this.#clocks.set(id, { timer: undefined, left: seconds * 1000, since: 0 });
    if (this.#held === 0) this.#start(id);
    if (options.action && !options.action.aside) void this.#remember(id);
    return id;
  }

  /** Takes a message away. */
  dismiss(id: number): void {
    clearTimeout(this.#clocks.get(id)?.timer);
    this.#clocks.delete(id);
    this.#steps.delete(id);
    this.#set(this.#all.filter((toast) => toast.id !== id));
  }

  #set(list: readonly Toast[]): void {
    this.#all = list;
    this.#list = list;
  }

  /** Learns how the change is called that was made last; the returned function forgets that. */
  ask(step: () => Promise<string>): () => void {
    this.#step = step;
    return () => {
      this.#step = undefined;
    };
  }

  /** A change was taken back by other means: the newest message that offered it goes. */
  takenBack(step: string): void {
    const id = this.#all.findLast((toast) => this.#steps.get(toast.id) === step)?.id;
    if (id !== undefined) this.dismiss(id);
  }

  async #remember(id: number): Promise<void> {
    try {
      const step = await this.#step?.();
      if (step && this.#clocks.has(id)) this.#steps.set(id, step);
    } catch {
      // Then the message stays for its time, as it did before.
    }
  }

  /** Does what the message offers, then takes it away. */
  act(id: number): void {
    const toast = this.#all.find((other) => other.id === id);
    this.dismiss(id);
    void toast?.action?.run();
  }

  /** The pointer or the focus is here: nothing goes away until it leaves. */
  hold(): void {
    this.#held += 1;
    if (this.#held > 1) return;
    for (const clock of this.#clocks.values()) {
      clearTimeout(clock.timer);
      clock.left = Math.max(2_000, clock.left - (Date.now() - clock.since));
    }
  }

  /** The pointer or the focus left. */
  release(): void {
    this.#held = Math.max(0, this.#held - 1);
    if (this.#held === 0) for (const id of this.#clocks.keys()) this.#start(id);
  }

  #start(id: number): void {
    const clock = this.#clocks.get(id);
    if (!clock) return;
    clock.since = Date.now();
    clock.timer = setTimeout(() => this.dismiss(id), clock.left);
  }
}

/** The window's messages. */
export const toasts = new Toasts();
