import { formatRoute, parseRoute, type Route } from "../route";

/** Where addresses are kept: the window's own history, or memory in a test. */
export interface Addresses {
  read(): string;
  push(address: string): void;
  replace(address: string): void;
  back(): void;
  /** Tells when the address changed by other means (the back button). */
  watch(listener: () => void): () => void;
}

/** The address bar's hash, so that back and forward work as everywhere. */
export const hashAddresses: Addresses = {
  read: () => location.hash,
  push: (address) => history.pushState(null, "", address),
  replace: (address) => history.replaceState(null, "", address),
  back: () => history.back(),
  watch(listener) {
    addEventListener("popstate", listener);
    addEventListener("hashchange", listener);
    return () => {
      removeEventListener("popstate", listener);
      removeEventListener("hashchange", listener);
    };
  },
};

/** A history that lives in a list. */
export function memoryAddresses(start = "#/today"): Addresses {
  const kept = [start];
  const listeners = new Set<() => void>();
  return {
    read: () => kept.at(-1) ?? start,
    push: (address) => kept.push(address),
    replace: (address) => kept.splice(-1, 1, address),
    back() {
      if (kept.length > 1) kept.pop();
      for (const listener of listeners) listener();
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** More steps than anyone goes back. */
const STEPS = 100;

/** Where the window is. */
export class Router {
  /** The places one after the other, each once on the way there; the last is on screen. */
  #path = $state.raw<readonly Route[]>([{ room: "today" }]);
  readonly #leaving = new Set<() => void>();
  readonly #stop: () => void;

  constructor(private readonly addresses: Addresses) {
    this.#path = [parseRoute(addresses.read())];
    this.#stop = addresses.watch(() => this.#arrive(parseRoute(this.addresses.read())));
  }

  /** The place on screen. */
  get current(): Route {
    return this.#path.at(-1) ?? { room: "today" };
  }

  /** The place from which the person came to this one; nothing where they began. */
  get previous(): Route | undefined {
    return this.#path.at(-2);
  }

  /** Goes somewhere. `replace` leaves no step to come back to. */
  go(route: Route, options: { replace?: boolean } = {}): void {
    const address = formatRoute(route);
    if (address === formatRoute(this.current)) return;
    if (options.replace) this.addresses.replace(address);
    else this.addresses.push(address);
    this.#arrive(route, options.replace);
  }

  /** Goes to where the person was before. */
  back(): void {
    this.addresses.back();
  }

  /** Runs `listener` whenever a place is left: drafts are written then. */
  leaving(listener: () => void): () => void {
    this.#leaving.add(listener);
    return () => this.#leaving.delete(listener);
  }

  /** Stops following the address. */
  close(): void {
    this.#stop();
  }

  #arrive(route: Route, replace = false): void {
    const address = formatRoute(route);
    if (address === formatRoute(this.current)) return;
    for (const listener of this.#leaving) listener();
    const before = replace ? this.#path.slice(0, -1) : this.#path;
    // Whoever is back where they came from, by a link or a key, has not come from the place they left.
    const last = replace ? before.at(-1) : this.previous;
    const back = last !== undefined && formatRoute(last) === address;
    this.#path = [...(back ? before.slice(0, replace ? -1 : -2) : before), route].slice(-STEPS);
  }
}

/** The window's place. */
export const router = new Router(hashAddresses);
