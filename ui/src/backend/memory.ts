import type { Backend, Host } from "./backend";
import type { Commands, Tag } from "./contract";

/** What a test answers for each command it expects. */
export type Handlers = {
  [K in keyof Commands]?: (
    request: Commands[K]["request"],
  ) => Commands[K]["response"] | Promise<Commands[K]["response"]>;
};

/** One call that reached the backend, in order. */
export interface Call {
  name: keyof Commands;
  request: unknown;
}

/** A backend made of functions, for tests and the gallery. */
export interface MemoryBackend extends Backend {
  /** Every call so far. */
  readonly calls: Call[];
  /** Replaces or adds answers. */
  answer(handlers: Handlers): void;
  /** Says that something changed elsewhere, as the program does. */
  announce(changed: Tag[]): void;
}

/** Answers commands from `handlers`; a command without one is refused by name. */
export function memoryBackend(handlers: Handlers = {}): MemoryBackend {
  const answers: Handlers = { ...handlers };
  const listeners = new Set<(changed: Tag[]) => void>();
  const calls: Call[] = [];
  return {
    calls,
    async call(name, request) {
      calls.push({ name, request });
      const handler = answers[name];
      if (!handler) throw new Error(`nothing answers ${String(name)} in this test`);
      return await handler(request);
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    answer(more) {
      Object.assign(answers, more);
    },
    announce(changed) {
      for (const listener of listeners) listener(changed);
    },
  };
}

/** A window for tests: `ask()` does what the close button does. */
export interface MemoryHost extends Host {
  /** Asks to close; says whether the window went. */
  ask(): Promise<boolean>;
  /** Chooses an entry of the native menu. */
  choose(action: string): void;
  /** Whether the window has been closed. */
  readonly closed: boolean;
}

/** A window that exists only in memory. */
export function memoryHost(): MemoryHost {
  const closing = new Set<() => Promise<boolean>>();
  const menu = new Set<(action: string) => void>();
  let closed = false;
  return {
    closing(listener) {
      closing.add(listener);
      return () => closing.delete(listener);
    },
    menu(listener) {
      menu.add(listener);
      return () => menu.delete(listener);
    },
    opened: () => () => undefined,
    progress: () => () => undefined,
    picture: () => () => undefined,
    failed: () => () => undefined,
    close() {
      closed = true;
      return Promise.resolve();
    },
    async ask() {
      for (const listener of closing) if (!(await listener())) return false;
      closed = true;
      return true;
    },
    choose(action) {
      for (const listener of menu) listener(action);
    },
    get closed() {
      return closed;
    },
  };
}
