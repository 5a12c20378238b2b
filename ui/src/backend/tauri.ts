import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Backend, Host, Step } from "./backend";
import { effects, type Evidence, type Failure } from "./contract";

/** What the window says, by event. */
interface Heard {
  closing: null;
  menu: string;
  "asked-to-open": null;
  "picture-added": Evidence;
  "work-file-added": Evidence;
  "import-read": null;
  "library-read": null;
  "style-added": null;
  "portfolio-read": null;
  failed: Failure;
  "export-progress": Step;
}

/**
 * Hears an event of the window. Tauri hands out "stop listening" only through a promise; here it can
 * be called at once.
 */
function on<K extends keyof Heard>(event: K, listener: (payload: Heard[K]) => void): () => void {
  let stopped = false;
  const started = listen<Heard[K]>(event, ({ payload }) => {
    if (!stopped) listener(payload);
  });
  return () => {
    stopped = true;
    void started.then((stop) => stop());
  };
}

/** Commands through Tauri's IPC. The request travels as one argument named `request`. */
export const tauriBackend: Backend = {
  call: (name, request) => invoke(name, { request }),
  watch(listener) {
    const stops = [
      on("picture-added", () => listener([...effects.add_evidence.changes])),
      on("work-file-added", () => listener([...effects.attach_work_file.changes])),
      on("import-read", () => listener([...effects.choose_import.changes])),
      on("library-read", () => listener([...effects.choose_library.changes])),
      on("style-added", () => listener([...effects.add_citation_style.changes])),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  },
};

/** The real window. */
export const tauriHost: Host = {
  closing: (listener) => on("closing", () => listener()),
  menu: (listener) => on("menu", listener),
  asked: (listener) => on("asked-to-open", () => listener()),
  picture: (listener) => on("picture-added", listener),
  workFile: (listener) => on("work-file-added", listener),
  imported: (listener) => on("import-read", () => listener()),
  cited: (listener) => on("library-read", () => listener()),
  styled: (listener) => on("style-added", () => listener()),
  offered: (listener) => on("portfolio-read", () => listener()),
  failed: (listener) => on("failed", listener),
  progress: (listener) => on("export-progress", listener),
};
