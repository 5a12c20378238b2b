import { untrack } from "svelte";

/** Something a person can do, by name: in the palette, by a key, from the native menu. */
export interface Action {
  readonly id: string;
  /** What the palette shows: a verb first. */
  readonly label: string;
  /** Other words that find it. */
  readonly keywords?: string;
  /** Where it belongs, shown quietly beside it. */
  readonly group?: string;
  /** Keys as `Mod+Shift+N`; Mod is Ctrl, or Command on a Mac. */
  readonly shortcut?: string;
  readonly run: () => unknown;
}

/** Whether the keyboard is that of a Mac. */
export const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Whether an event is the shortcut `keys`. */
export function pressed(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split("+");
  const key = parts.pop() ?? "";
  const mod = apple ? event.metaKey : event.ctrlKey;
  const other = apple ? event.ctrlKey : event.metaKey;
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    mod === parts.includes("Mod") &&
    !other &&
    event.shiftKey === parts.includes("Shift") &&
    event.altKey === parts.includes("Alt")
  );
}

/** A shortcut as this computer's keyboard spells it. */
export function spelled(keys: string): string {
  const words: Record<string, string> = apple
    ? { Mod: "⌘", Shift: "⇧", Alt: "⌥" }
    : { Mod: "Ctrl", ArrowLeft: "←" };
  return keys
    .split("+")
    .map((part) => words[part] ?? part)
    .join(apple ? "" : "+");
}

/** All actions that make sense where the person is. */
export class Actions {
  #sets = $state.raw<readonly (readonly Action[])[]>([]);

  /** What the palette offers, in order of registration; a later id replaces an earlier one. */
  get list(): readonly Action[] {
    return [...new Map(this.#sets.flat().map((action) => [action.id, action])).values()];
  }

  /** Adds actions; the returned function takes them away (return it from `$effect`). */
  add(actions: readonly Action[]): () => void {
    // Whoever adds does not depend on what is there: an effect that adds must not run again for it.
    this.#sets = [...untrack(() => this.#sets), actions];
    return () => {
      this.#sets = untrack(() => this.#sets).filter((other) => other !== actions);
    };
  }

  /** Runs an action by id, for the native menu. Says whether there was one. */
  run(id: string): boolean {
    const action = this.list.find((other) => other.id === id);
    if (!action) return false;
    void action.run();
    return true;
  }

  /** Runs the action whose shortcut was pressed. Says whether there was one. */
  handle(event: KeyboardEvent): boolean {
    if (event.defaultPrevented || event.isComposing) return false;
    const action = this.list.find((other) => other.shortcut && pressed(other.shortcut, event));
    if (!action) return false;
    event.preventDefault();
    void action.run();
    return true;
  }
}

/** The window's actions. */
export const actions = new Actions();
