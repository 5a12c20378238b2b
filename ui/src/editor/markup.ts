import { syntaxTree } from "@codemirror/language";
import { EditorSelection, type ChangeSpec, type EditorState, type SelectionRange, type StateCommand, type TransactionSpec } from "@codemirror/state";

/**
 * Puts `mark` around each selection, or takes it away where it already stands. Where nothing is selected,
 * a person goes on writing: inside a pair of marks they step out of it.
 */
export function toggleMark(mark: string): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const change = state.changeByRange((range) => {
      const before = state.sliceDoc(range.from - mark.length, range.from);
      const after = state.sliceDoc(range.to, range.to + mark.length);
      const inside = state.sliceDoc(range.from, range.to);
      if (before === mark && after === mark && !doubled(state.sliceDoc(), range.from, mark)) {
        return {
          changes: [
            { from: range.from - mark.length, to: range.from },
            { from: range.to, to: range.to + mark.length },
          ],
          range: EditorSelection.range(range.from - mark.length, range.to - mark.length),
        };
      }
      if (
        inside.length >= 2 * mark.length &&
        inside.startsWith(mark) &&
        inside.endsWith(mark) &&
        !doubled(inside, mark.length, mark)
      ) {
        return {
          changes: [
            { from: range.from, to: range.from + mark.length },
            { from: range.to - mark.length, to: range.to },
          ],
          range: EditorSelection.range(range.from, range.to - 2 * mark.length),
        };
      }
      const out = range.empty ? stepOut(state, range.head, mark) : undefined;
      if (out) return out;
      return {
        changes: [
          { from: range.from, insert: mark },
          { from: range.to, insert: mark },
        ],
        range: EditorSelection.range(range.from + mark.length, range.to + mark.length),
      };
    });
    dispatch(state.update(change, { userEvent: "input", scrollIntoView: true }));
    return true;
  };
}

/**
 * The way out of the pair of marks whose closing half stands at `at`, if there is one. Spaces before that
 * half go out first, since a mark after a space would close nothing; a pair round nothing else goes.
 */
function stepOut(
  state: EditorState,
  at: number,
  mark: string,
): { changes: ChangeSpec; range: SelectionRange } | undefined {
  const line = state.doc.lineAt(at);
  const before = line.text.slice(0, at - line.from);
  const closing = /^\*{0,3}/.exec(line.text.slice(at - line.from))?.[0].length ?? 0;
  const closes = mark.length === 1 ? closing % 2 === 1 : closing >= 2;
  if (!closes || !isOpen(before, mark)) return undefined;
  const written = before.trimEnd();
  const end = line.from + written.length;
  const spaces = before.slice(written.length);
  const after = at + mark.length;
  return written.endsWith(mark)
    ? {
        changes: { from: end - mark.length, to: after, insert: spaces },
        range: EditorSelection.cursor(at - mark.length),
      }
    : {
        changes: spaces === "" ? [] : { from: end, to: after, insert: mark + spaces },
        range: EditorSelection.cursor(after),
      };
}

/** Whether a pair of `mark` is begun and not ended in a line up to the cursor. */
function isOpen(before: string, mark: string): boolean {
  // An escaped star is a letter, and the star of a list is no mark.
  const marks = before.replace(/\\./g, "").replace(/^\s*\*\s/, "");
  let open = false;
  for (const [run] of marks.matchAll(/\*+/g)) {
    const holds = mark.length === 1 ? run.length % 2 === 1 : run.length % 4 >= 2;
    if (holds) open = !open;
  }
  return open;
}

/** Whether the mark before `at` is really part of a longer one: `*` of `**`. */
function doubled(text: string, at: number, mark: string): boolean {
  return mark === "*" && text[at - 2] === "*" && text[at - 3] !== "*";
}

/** Puts text in after what is selected: nothing that a person wrote goes because something else comes. */
export function insertAfter(state: EditorState, text: string): TransactionSpec {
  const at = state.selection.main.to;
  const insert = state.toText(text);
  return {
    changes: { from: at, insert },
    selection: { anchor: at + insert.length },
    userEvent: "input",
    scrollIntoView: true,
  };
}

/** Whether the cursor is in ordinary text, where `/` means the menu; in code it is just a slash. */
export function atPlainText(state: EditorState): boolean {
  return !syntaxTree(state).resolveInner(state.selection.main.head, -1).name.includes("Code");
}
