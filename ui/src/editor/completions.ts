import {
  insertCompletionText,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
} from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import { text } from "../text/en-GB";
import { atPlainText } from "./markup";

/** A work of theory that can be named in a text. */
export interface Reference {
  /** What stands in the text: `[@key]`. */
  key: string;
  /** Author and year. */
  label: string;
  /** The title. */
  detail?: string | undefined;
}

/** Finds theory for what was typed behind `[@`. */
export type FindTheory = (typed: string) => readonly Reference[] | Promise<readonly Reference[]>;

/** Something else that `/` offers, such as a link to an activity. */
export interface SlashItem {
  label: string;
  detail?: string | undefined;
  /** What it puts into the text, at once or after asking the person; nothing leaves it alone. */
  insert: string | (() => string | undefined | Promise<string | undefined>);
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
      if (insert !== undefined) view.dispatch(view.state.replaceSelection(insert));
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

/** `[@` offers theory. Choosing one tells the room, so that it can link the two. */
export function theorySource(
  find: FindTheory,
  chosen: (reference: Reference) => void,
): CompletionSource {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const typed = context.matchBefore(/\[@[^\]\n]{0,60}$/);
    if (!typed) return null;
    const found = await find(typed.text.slice(2));
    if (context.aborted || found.length === 0) return null;
    return {
      from: typed.from,
      filter: false,
      options: found.map((reference) => ({
        label: reference.label,
        ...(reference.detail === undefined ? {} : { detail: reference.detail }),
        apply: (view: EditorView, _: Completion, from: number, to: number) => {
          // A bracket that was already there closes the reference; none is doubled.
          const end = view.state.sliceDoc(to, to + 1) === "]" ? to + 1 : to;
          view.dispatch(insertCompletionText(view.state, `[@${reference.key}]`, from, end));
          chosen(reference);
        },
      })),
    };
  };
}
