import {
  insertCompletionText,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
} from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import { text } from "../text/en-GB";
import { atPlainText, insertAfter } from "./markup";

/** Something else that `/` offers, such as a picture. */
export interface SlashItem {
  label: string;
  detail?: string | undefined;
  /** What it puts into the text, at once or after asking the person; nothing leaves it alone. */
  insert: string | (() => string | undefined | Promise<string | undefined>);
}

/** A work that can be cited. */
export interface Citable {
  key: string;
  /** Author and year. */
  label: string;
  title: string;
}

interface Block {
  label: string;
  detail: string;
  insert: string;
  /** Where the cursor goes, counted from the beginning of what was inserted. */
  cursor: number;
  /** What is selected from there, so that typing replaces it. */
  select?: number;
}

const [firstColumn, secondColumn] = text.editor.tableHead;

const blocks: readonly Block[] = [
  { label: text.editor.heading, detail: "##", insert: "## ", cursor: 3 },
  { label: text.editor.subheading, detail: "###", insert: "### ", cursor: 4 },
  { label: text.editor.bullets, detail: "-", insert: "- ", cursor: 2 },
  { label: text.editor.numbers, detail: "1.", insert: "1. ", cursor: 3 },
  {
    label: text.editor.table,
    detail: "|",
    insert: `| ${firstColumn} | ${secondColumn} |\n| --- | --- |\n|  |  |\n`,
    cursor: 2,
    select: firstColumn.length,
  },
  { label: text.editor.quote, detail: ">", insert: "> ", cursor: 2 },
];

/** Replaces what was typed since the slash with a block of Markdown. */
function applyBlock(block: Block) {
  return (view: EditorView, _: Completion, from: number, to: number): void => {
    const anchor = from + block.cursor;
    view.dispatch({
      changes: { from, to, insert: block.insert },
      selection: { anchor, head: anchor + (block.select ?? 0) },
      userEvent: "input.complete",
      scrollIntoView: true,
    });
  };
}

/** Takes the typed slash away and puts in what the item gives, whenever it gives it. */
function applyItem(item: SlashItem) {
  return (view: EditorView, _: Completion, from: number, to: number): void => {
    if (typeof item.insert === "string") {
      view.dispatch(insertCompletionText(view.state, item.insert, from, to));
      return;
    }
    view.dispatch({ changes: { from, to }, userEvent: "input.complete" });
    void Promise.resolve(item.insert()).then((insert) => {
      if (insert !== undefined) view.dispatch(insertAfter(view.state, insert));
      view.focus();
    });
  };
}

/** `/` at the beginning of a line or after a space offers blocks, and whatever the room adds. */
export function slashSource(extra: () => readonly SlashItem[]): CompletionSource {
  return (context: CompletionContext): CompletionResult | null => {
    const typed = context.matchBefore(/(?:^|\s)\/[\p{L} ]{0,20}$/u);
    if (!typed || !atPlainText(context.state)) return null;
    const slash = typed.from + typed.text.indexOf("/");
    const line = context.state.doc.lineAt(slash);
    const alone = line.text.slice(0, slash - line.from).trim() === "";
    const options: Completion[] = [
      ...(alone ? blocks : []).map((block) => ({
        label: `/${block.label}`,
        displayLabel: block.label,
        detail: block.detail,
        apply: applyBlock(block),
      })),
      ...extra().map((item) => ({
        label: `/${item.label}`,
        displayLabel: item.label,
        ...(item.detail === undefined ? {} : { detail: item.detail }),
        apply: applyItem(item),
      })),
    ];
    // In the order they are listed in, not by the alphabet.
    const ordered = options.map((option, index) => ({ ...option, boost: 99 - index }));
    return ordered.length === 0
      ? null
      : { from: slash, options: ordered, validFor: /^\/[\p{L} ]*$/u };
  };
}

/**
 * Puts in the key, and the bracket that ends the citation where there is none yet. What was typed behind the
 * cursor, such as a page, stays.
 */
function applyKey(key: string) {
  return (view: EditorView, _: Completion, from: number, to: number): void => {
    const rest = view.state.sliceDoc(to, view.state.doc.lineAt(to).to);
    const insert = /^[^[\]]*\]/.test(rest) ? key : `${key}]`;
    view.dispatch(insertCompletionText(view.state, insert, from, to));
  };
}

/** `[@` offers works, as does `@` for one more work in the same brackets. */
export function citeSource(find: (typed: string) => readonly Citable[]): CompletionSource {
  return (context: CompletionContext): CompletionResult | null => {
    const typed = context.matchBefore(/\[(?:[^[\]\n]*[\s;-])?@[^\s@[\],;]{0,60}$/u);
    if (!typed || !atPlainText(context.state)) return null;
    const at = typed.text.lastIndexOf("@") + 1;
    const options = find(typed.text.slice(at)).map((work, index) => ({
      label: work.key,
      displayLabel: work.label,
      detail: work.title,
      apply: applyKey(work.key),
      boost: 99 - index,
    }));
    // Found by author, year and title, which the key need not hold: so nothing is sorted out again here.
    return options.length === 0 ? null : { from: typed.from + at, options, filter: false };
  };
}
