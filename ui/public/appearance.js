// Runs before the first paint, so that a dark room is never white for a moment and large text
// never starts small. state/settings.svelte.ts writes what is read here.
(() => {
  try {
    const kept = JSON.parse(localStorage.getItem("aftershift.appearance") ?? "null");
    if (!kept) return;
    const root = document.documentElement;
    for (const [name, value] of Object.entries(kept.attributes ?? {})) {
      root.setAttribute(name, String(value));
    }
    for (const [name, value] of Object.entries(kept.variables ?? {})) {
      root.style.setProperty(name, String(value));
    }
  } catch {
    // Storage that cannot be read only costs the early start: the app sets the same values itself.
  }
})();
