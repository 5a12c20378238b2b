import type { Backend, Host } from "./backend";

export type { Backend, Host } from "./backend";

let currentBackend: Backend | undefined;
let currentHost: Host | undefined;

/** Chooses what answers commands. `main.ts` does it once; tests do it before they render. */
export function installBackend(backend: Backend, host?: Host): void {
  currentBackend = backend;
  if (host) currentHost = host;
}

function chosenBackend(): Backend {
  if (!currentBackend) throw new Error("installBackend must run before the first command");
  return currentBackend;
}

/** The installed backend. Views go through `state/query.svelte.ts` instead of calling it. */
export const backend: Backend = {
  call: (name, request) => chosenBackend().call(name, request),
  watch: (listener) => chosenBackend().watch(listener),
};

/** The installed window; without one, nothing can close and nothing is in the menu. */
export const host: Host = {
  closing: (listener) => currentHost?.closing(listener) ?? (() => undefined),
  menu: (listener) => currentHost?.menu(listener) ?? (() => undefined),
  opened: (listener) => currentHost?.opened(listener) ?? (() => undefined),
  progress: (listener) => currentHost?.progress(listener) ?? (() => undefined),
  picture: (listener) => currentHost?.picture(listener) ?? (() => undefined),
  failed: (listener) => currentHost?.failed(listener) ?? (() => undefined),
  close: () => currentHost?.close() ?? Promise.resolve(),
};
