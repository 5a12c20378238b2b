import { untrack } from "svelte";
import { backend as installed } from "../backend";
import type { Backend } from "../backend/backend";
import { effects as contractEffects, type Commands, type Tag } from "../backend/contract";
import { drafts } from "./draft.svelte";

type Name = keyof Commands;
type Request<K extends Name> = Commands[K]["request"];
type Response<K extends Name> = Commands[K]["response"];
type Effects = Record<Name, { readonly reads: readonly Tag[]; readonly changes: readonly Tag[] }>;

/** How many answers that nobody looks at are kept, so that going back to a room is instant. */
const KEPT = 60;

/** One answer, shared by everything that asks the same question. */
class Entry<K extends Name> {
  data = $state.raw<Response<K> | undefined>();
  failure = $state.raw<unknown>();
  loading = $state(false);
  #users = 0;
  #stale = true;
  #turn = 0;

  constructor(
    private readonly backend: Backend,
    readonly name: K,
    readonly request: Request<K>,
  ) {}

  get used(): boolean {
    return this.#users > 0;
  }

  use(): () => void {
    this.#users += 1;
    if (this.#stale) void this.load();
    return () => {
      this.#users -= 1;
    };
  }

  /** The answer belongs to another portfolio: not even for a moment may it stand in this one. */
  forget(): void {
    this.data = undefined;
    this.drop();
  }

  /** The answer may be wrong now: ask again if somebody is looking, else when somebody looks. */
  drop(): void {
    this.#stale = true;
    if (this.used) void this.load();
  }

  async load(): Promise<void> {
    const turn = ++this.#turn;
    this.#stale = false;
    this.loading = true;
    try {
      const data = await this.backend.call(this.name, this.request);
      if (turn !== this.#turn) return; // asked again meanwhile: the later answer counts
      this.data = data;
      this.failure = undefined;
    } catch (failure) {
      if (turn !== this.#turn) return;
      this.failure = failure;
      this.#stale = true;
    }
    this.loading = false;
  }
}

/** Answers by command and request, dropped by tag: no view decides what is out of date. */
export class QueryCache {
  readonly #entries = new Map<string, Entry<Name>>();
  #stop: () => void;

  constructor(
    private readonly backend: Backend,
    private readonly effects: Effects = contractEffects,
  ) {
    this.#stop = backend.watch((changed) => this.drop(changed));
  }

  /** The shared answer to `name` with `request`. */
  entry<K extends Name>(name: K, request: Request<K>): Entry<K> {
    const key = `${name} ${JSON.stringify(request)}`;
    let entry = this.#entries.get(key);
    if (!entry) {
      entry = new Entry<Name>(this.backend, name, request);
      this.#entries.set(key, entry);
      this.#trim(key);
    }
    return entry as unknown as Entry<K>;
  }

  /** Runs a command that changes something, then drops every answer it made wrong. */
  async command<K extends Name>(name: K, request: Request<K>): Promise<Response<K>> {
    const response = await this.backend.call(name, request);
    const { changes } = this.effects[name];
    if (changes.includes("portfolio")) this.#forget(changes);
    else this.drop(changes);
    // Opening another file changes everything on screen and writes nothing; so does looking at one to bring in.
    const kept = changes.some((tag) => tag !== "import");
    if (kept && !changes.includes("portfolio")) drafts.noteSaved();
    return response;
  }

  /** Drops every answer that was read from one of `tags`. */
  drop(tags: readonly Tag[]): void {
    if (tags.length === 0) return;
    for (const entry of this.#entries.values()) {
      if (this.effects[entry.name].reads.some((tag) => tags.includes(tag))) entry.drop();
    }
  }

  /** Puts right an answer that is known to be out of date, without asking again. */
  amend<K extends Name>(
    name: K,
    request: Request<K>,
    change: (data: Response<K>) => Response<K>,
  ): void {
    const entry = this.entry(name, request);
    if (entry.data !== undefined) entry.data = change(entry.data);
  }

  /** Stops listening to the backend. */
  close(): void {
    this.#stop();
  }

  #forget(tags: readonly Tag[]): void {
    for (const entry of this.#entries.values()) {
      if (this.effects[entry.name].reads.some((tag) => tags.includes(tag))) entry.forget();
    }
  }

  #trim(newest: string): void {
    if (this.#entries.size <= KEPT) return;
    for (const [key, entry] of this.#entries) {
      if (this.#entries.size <= KEPT) return;
      if (!entry.used && key !== newest) this.#entries.delete(key);
    }
  }
}

let cache: QueryCache | undefined;

/** The window's one cache, made at first use so that a test can install its backend before. */
export function queries(): QueryCache {
  cache ??= new QueryCache(installed);
  return cache;
}

/** Starts with an empty cache: for tests, after another backend has been installed. */
export function resetQueries(): void {
  cache?.close();
  cache = undefined;
}

/** An answer that keeps itself current. */
export interface Query<T> {
  /** The answer, or nothing while the first one is on its way. */
  readonly data: T | undefined;
  /** Why there is no newer answer. */
  readonly failure: unknown;
  /** Whether a question is on its way. */
  readonly loading: boolean;
  /** Asks again. */
  refresh(): Promise<void>;
}

/**
 * Asks `name` with what `request` returns, and again whenever that or the data behind it changes.
 * Call it while a component is being set up. With `keep`, the answer to the previous request stays
 * on screen until the next is there (a list that narrows while someone types).
 */
export function query<K extends Name>(
  name: K,
  request: () => Request<K>,
  options: { keep?: boolean } = {},
): Query<Response<K>> {
  const entry = $derived.by(() => {
    const asked = request();
    return untrack(() => queries().entry(name, asked));
  });
  let previous: Response<K> | undefined;

  $effect(() => {
    const current = entry;
    return untrack(() => current.use());
  });

  return {
    get data() {
      const data = entry.data;
      // An answer may be `null`: that there is nothing.
      if (data !== undefined) previous = data;
      return data === undefined && options.keep ? previous : data;
    },
    get failure() {
      return entry.failure;
    },
    get loading() {
      return entry.loading;
    },
    refresh: () => entry.load(),
  };
}

/** Runs a command that changes something; every query it touches follows by itself. */
export function command<K extends Name>(name: K, request: Request<K>): Promise<Response<K>> {
  return queries().command(name, request);
}
