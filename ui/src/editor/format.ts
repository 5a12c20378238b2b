import { EditorState, type Line, type StateCommand } from "@codemirror/state";
import { toggleMark } from "./markup";

/** What the bar above a text does with what is selected. */
export type Format = "bold" | "italic" | "heading" | "bullets" | "numbers" | "quote";

/** What a line begins with: spaces, a quotation, and then a heading or an item of a list. */
const beginning = /^(\s*)((?:> ?)*)(#{1,6} |[-*+] (?:\[[ xX]\] )?|\d{1,9}[.)] )?/;

/** What makes a line one of these, and how one is known that is. */
const lines: Record<Exclude<Format, "bold" | "italic">, { mark: (nth: number) => string; is: RegExp }> = {
  heading: { mark: () => "## ", is: /^#{1,6} $/ },
  bullets: { mark: () => "- ", is: /^[-*+] / },
  numbers: { mark: (nth) => `${nth}. `, is: /^\d/ },
  quote: { mark: () => "> ", is: /^>/ },
};

/** The lines that are selected, the empty ones among others left out. */
function chosen(state: EditorState): Line[] {
  const found = new Map<number, Line>();
  for (const { from, to } of state.selection.ranges) {
    const last = state.doc.lineAt(to).number;
    for (let number = state.doc.lineAt(from).number; number <= last; number += 1) {
      found.set(number, state.doc.line(number));
    }
  }
  const all = [...found.values()];
  return all.length === 1 ? all : all.filter(({ text }) => text.trim() !== "");
}

/**
 * Makes the selected lines a heading, a list or a quotation, or plain again where all of them are. A line is
 * a heading or an item of one list, never two at once; a quotation stands round either.
 */
function toggleLines(format: keyof typeof lines): StateCommand {
  const { mark, is } = lines[format];
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const parts = chosen(state).map((line) => {
      const [, spaces = "", quote = "", block = ""] = beginning.exec(line.text) ?? [];
      const from = line.from + spaces.length + (format === "quote" ? 0 : quote.length);
      return { from, old: format === "quote" ? quote : block };
    });
    const plain = parts.length > 0 && parts.every(({ old }) => is.test(old));
    const changes = state.changes(
      parts.map(({ from, old }, nth) => ({
        from,
        to: from + old.length,
        insert: plain ? "" : mark(nth + 1),
      })),
    );
    dispatch(
      state.update({
        changes,
        // Behind what was put in: one goes on writing there.
        selection: state.selection.map(changes, 1),
        userEvent: "input",
        scrollIntoView: true,
      }),
    );
    return true;
  };
}

/** What each button does, and each key. */
export const formats: Readonly<Record<Format, StateCommand>> = {
  bold: toggleMark("**"),
  italic: toggleMark("*"),
  heading: toggleLines("heading"),
  bullets: toggleLines("bullets"),
  numbers: toggleLines("numbers"),
  quote: toggleLines("quote"),
};

/** A text with what is selected in it. */
export interface Selected {
  text: string;
  from: number;
  to: number;
}

/** What a format makes of a text outside the styled editor. */
export function formatted({ text, from, to }: Selected, format: Format): Selected {
  let state = EditorState.create({ doc: text, selection: { anchor: from, head: to } });
  formats[format]({ state, dispatch: (transaction) => (state = transaction.state) });
  const { main } = state.selection;
  return { text: state.doc.toString(), from: main.from, to: main.to };
}
