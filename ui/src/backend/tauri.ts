import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { getCurrentWindow } from "@tauri-apps/api/window";
import type { Backend, Host } from "./backend";
import type { Tag } from "./contract";

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

/** The real window. */
export const tauriHost: Host = {
  closing: (listener) =>
    later(
      getCurrentWindow().onCloseRequested(async (event) => {
        if (!(await listener())) event.preventDefault();
      }),
    ),
  menu: (listener) => later(listen<string>("menu", (event) => listener(event.payload))),
  close: () => getCurrentWindow().destroy(),
};
