import type { Backend, Host } from "./backend";
import { memoryHost } from "./memory";

export type { Backend, Host, Step } from "./backend";

let currentBackend: Backend | undefined;
/** Without a window around it (a component test) nothing is ever said. */
let currentHost: Host = memoryHost();

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

/** The installed window. */
export const host: Host = {
  closing: (listener) => currentHost.closing(listener),
  menu: (listener) => currentHost.menu(listener),
  asked: (listener) => currentHost.asked(listener),
  picture: (listener) => currentHost.picture(listener),
  workFile: (listener) => currentHost.workFile(listener),
  imported: (listener) => currentHost.imported(listener),
  cited: (listener) => currentHost.cited(listener),
  styled: (listener) => currentHost.styled(listener),
  offered: (listener) => currentHost.offered(listener),
  failed: (listener) => currentHost.failed(listener),
  progress: (listener) => currentHost.progress(listener),
};
