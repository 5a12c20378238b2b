/** What stands in a box, and where the cursor is in it. */
interface Standing {
  text: string;
  from: number;
  to: number;
}

/** A box of plain text. */
type Box = HTMLInputElement | HTMLTextAreaElement;

/** What is known of one box: what stood in it before, and what was taken back. */
interface Past {
  now: Standing;
  before: Standing[];
  after: Standing[];
  /** What the last change was, and when: letters typed in one go are taken back in one go. */
  kind: string;
  at: number;
}

/** A change after a pause this long is one to take back by itself, in milliseconds. */
const PAUSE = 800;
/** The most changes that a box remembers. */
const MOST = 500;
/** The kinds of one-line box that hold text. Others have no cursor, and WebKit refuses to tell where it is. */
const TEXTUAL = new Set(["text", "search", "url", "tel", "password"]);

/** The box of plain text that an event or the keyboard is in. */
function boxOf(target: unknown): Box | undefined {
  const textual =
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && TEXTUAL.has(target.type));
  return textual && !target.readOnly && !target.disabled ? target : undefined;
}

const standing = (box: Box): Standing => ({
  text: box.value,
  from: box.selectionStart ?? box.value.length,
  to: box.selectionEnd ?? box.value.length,
});

/** What has the keyboard, also inside an editor. */
function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/**
 * Takes back what was typed into boxes of plain text, and does it again.
 *
 * WebKitGTK has no key for that: it leaves Ctrl+Z to the program round it, so that the key did nothing at all in a
 * box. Its own history is one for the whole page besides, with boxes in it that are long gone. Here every box
 * has its own, on every system the same.
 */
class TypingHistory {
  readonly #past = new WeakMap<Box, Past>();

  /** Listens from now on. Answers with what ends it. */
  listen(): () => void {
    const note = (event: Event): void => {
      const box = boxOf(event.composedPath()[0]);
      if (box) this.#known(box);
    };
    const changed = (event: Event): void => {
      const box = boxOf(event.composedPath()[0]);
      if (box) this.#changed(box, event instanceof InputEvent ? event.inputType : "");
    };
    addEventListener("focusin", note, true);
    addEventListener("beforeinput", note, true);
    // Once the box itself has made of it what it makes of it: a title has no line ends.
    addEventListener("input", changed);
    return () => {
      removeEventListener("focusin", note, true);
      removeEventListener("beforeinput", note, true);
      removeEventListener("input", changed);
    };
  }

  /** Whether the keyboard is in a box of plain text, whose own these keys are. */
  get here(): boolean {
    return boxOf(focused()) !== undefined;
  }

  /** Takes back, or does again, what was typed where the keyboard is. Says whether there was anything. */
  turn(way: "undo" | "redo"): boolean {
    const at = focused();
    const box = boxOf(at);
    if (box) return this.#turn(box, way);
    if (!(at instanceof HTMLElement) || !at.isContentEditable) return false;
    // The styled editor has a history of its own and hears of it as it would hear of a system's menu.
    const inputType = way === "undo" ? "historyUndo" : "historyRedo";
    const asked = new InputEvent("beforeinput", { inputType, bubbles: true, cancelable: true, composed: true });
    return !at.dispatchEvent(asked);
  }

  #turn(box: Box, way: "undo" | "redo"): boolean {
    const past = this.#known(box);
    const [from, to] = way === "undo" ? [past.before, past.after] : [past.after, past.before];
    const then = from.pop();
    if (!then) return false;
    to.push(past.now);
    past.kind = "";
    box.value = then.text;
    box.setSelectionRange(then.from, then.to);
    // What is told below is no change of the person's.
    past.now = then;
    box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    return true;
  }

  /** What is known of a box. What the program itself put in begins a new history: it may be of something else. */
  #known(box: Box): Past {
    const now = standing(box);
    const past = this.#past.get(box);
    if (past?.now.text === now.text) {
      past.now = now;
      return past;
    }
    const begun: Past = { now, before: [], after: [], kind: "", at: 0 };
    this.#past.set(box, begun);
    return begun;
  }

  #changed(box: Box, kind: string): void {
    const past = this.#past.get(box);
    const now = standing(box);
    if (!past || past.now.text === now.text) return;
    const at = performance.now();
    // What an input method makes of its keys comes letter by letter, as typing does.
    const goesOn = kind !== "" && kind === past.kind && at - past.at < PAUSE && past.now.from === past.now.to;
    if (!goesOn) past.before = [...past.before, past.now].slice(-MOST);
    Object.assign(past, { now, after: [], kind, at });
  }
}

/** What was typed into boxes, to take back. */
export const typingHistory = new TypingHistory();
