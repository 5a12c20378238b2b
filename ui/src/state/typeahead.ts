/**
 * Catches what is typed between asking for a form by name and its first box being there.
 *
 * The keys of a shortcut are quicker than a room is fetched and drawn. Until then the keyboard is still where it
 * was, in a box of another room or nowhere: a title typed at once would end up there.
 */
export class TypingAhead {
  #caught = "";
  #stop: (() => void) | undefined;

  /** Catches from now on, until somebody takes what was typed or shows that they meant something else. */
  hold(): void {
    this.drop();
    const key = (event: KeyboardEvent): void => this.#key(event);
    const drop = (): void => this.drop();
    addEventListener("keydown", key, true);
    addEventListener("pointerdown", drop, true);
    this.#stop = () => {
      removeEventListener("keydown", key, true);
      removeEventListener("pointerdown", drop, true);
    };
  }

  /** What was typed meanwhile. Nothing is caught after this. */
  take(): string {
    const caught = this.#caught;
    this.drop();
    return caught;
  }

  /** Catches nothing more, and forgets what was caught. */
  drop(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#caught = "";
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      this.drop();
      return;
    }
    // Shortcuts work as ever, and AltGr, which writes characters, is no Alt. What an input method makes of its keys
    // cannot be caught.
    const writes = !event.metaKey && (event.getModifierState("AltGraph") || !(event.ctrlKey || event.altKey));
    if (!writes || event.isComposing) return;
    if (event.key === "Backspace") this.#caught = Array.from(this.#caught).slice(0, -1).join("");
    else if (Array.from(event.key).length === 1) this.#caught += event.key;
    // Nothing there can be moved to or pressed yet: what follows belongs to the first box all the same.
    else if (event.key !== "Tab" && event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
  }
}

/** What is typed before the form that was asked for is there. */
export const typingAhead = new TypingAhead();
