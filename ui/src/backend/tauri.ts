import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Backend, Host } from "./backend";
import type { Evidence, Failure, Tag } from "./contract";

/**
 * Turns a listener that starts later into one that can be stopped at once: Tauri hands out the
 * "stop" function only through a promise.
 */
function later(started: Promise<() => void>): () => void {
  let stopped = false;
  let stop: (() => void) | undefined;
  void started.then((end) => {
    if (stopped) end();
    else stop = end;
  });
  return () => {
    stopped = true;
    stop?.();
  };
}

/** Commands through Tauri's IPC. The request travels as one argument named `request`. */
export const tauriBackend: Backend = {
  call: (name, request) => invoke(name, { request }),
  watch: (listener) => later(listen<Tag[]>("changed", (event) => listener(event.payload))),
};

function heard<T>(event: string, listener: (payload: T) => void): () => void {
  return later(listen<T>(event, ({ payload }) => listener(payload)));
}

/** The real window. */
export const tauriHost: Host = {
  closing: (listener) =>
    heard("closing", () => {
      // The window waits: it goes when it is told to, and stays when something could not be kept.
      void listener().then((kept) => invoke(kept ? "close_window" : "keep_open", { request: {} }));
    }),
  menu: (listener) => heard<string>("menu", listener),
  opened: (listener) =>
    heard<{ failure: Failure | null }>("opened", ({ failure }) => listener(failure ?? undefined)),
  progress: (listener) => heard<{ done: number; total: number }>("export-progress", listener),
  picture: (listener) => heard<Evidence>("picture-added", listener),
  failed: (listener) => heard<Failure>("failed", listener),
  close: async () => {
    await invoke("close_window", { request: {} });
  },
};
