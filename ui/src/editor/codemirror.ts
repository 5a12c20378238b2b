import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { deleteMarkupBackward, insertNewlineContinueMarkup, markdownLanguage } from "@codemirror/lang-markdown";
import { Compartment, EditorSelection, EditorState, Prec, Transaction, type Extension } from "@codemirror/state";
import { EditorView, keymap, placeholder, type KeyBinding } from "@codemirror/view";
import { citeSource, slashSource, type Citable, type SlashItem } from "./completions";
import { look } from "./look";
import { formats, type Format } from "./format";
import { formatKeys } from "./keys";
import { smallest } from "./difference";
import { insertAfter } from "./markup";

// The plain text box sets marks by the same rule: asked for through this module, the rule and the
// editor stay one chunk.
export { formatted } from "./format";

/** What the editor needs to begin. */
export interface Beginning {
  /** Where it lives. Being a shadow root lets its styles be adopted sheets, which the content
   *  security policy allows, instead of style elements, which it does not. */
  root: ShadowRoot;
  text: string;
  selection: { from: number; to: number } | undefined;
  attributes: Record<string, string>;
  placeholder: string | undefined;
  /** What `/` offers besides blocks of Markdown. */
  slash: () => readonly SlashItem[];
  /** The works that `[@` offers for what was typed after it. */
  cite: (typed: string) => readonly Citable[];
  onchange: (text: string) => void;
  onfocus: () => void;
  onblur: () => void;
}

/** What can be done with the editor from outside. */
export interface Running {
  /** Takes over a text that changed elsewhere; keeps the cursor and adds no step to undo. */
  show(text: string): void;
  /** Changes name, language and so on. */
  describe(attributes: Record<string, string>): void;
  /** Puts text in at the cursor, or after what is selected. */
  insert(text: string): void;
  /** Sets what is selected, and moves the keyboard there. */
  format(format: Format): void;
  /** Moves the keyboard here; `end` behind the last word. */
  focus(end?: boolean): void;
  /** What is selected. */
  selected(): string;
  /** Selects a stretch, brings it into sight and moves the keyboard there. */
  select(from: number, to: number): void;
  destroy(): void;
}

/** What bars at the edges of the window cover: the style sheet says it once for all that is scrolled to. */
function covered(): { top: number; bottom: number } {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  return { top: parseFloat(scrollPaddingTop) || 0, bottom: parseFloat(scrollPaddingBottom) || 0 };
}

/** The keys of the bar above the text, as the editor spells them. */
const formatBindings: readonly KeyBinding[] = Object.entries(formatKeys).map(([format, keys]) => ({
  key: keys.replaceAll("+", "-").replace(/[A-Z]$/, (letter) => letter.toLowerCase()),
  run: formats[format as Format],
}));

/** Starts the styled editor. */
export function begin(start: Beginning): Running {
  const described = new Compartment();
  const attributesOf = (attributes: Record<string, string>): Extension =>
    EditorView.contentAttributes.of(attributes);

  const state = EditorState.create({
    doc: start.text,
    ...(start.selection
      ? { selection: { anchor: start.selection.from, head: start.selection.to } }
      : {}),
    extensions: [
      history(),
      // The bare language: `markdown()` would bring modes for HTML, CSS and JavaScript with it.
      markdownLanguage.extension,
      EditorView.lineWrapping,
      EditorView.scrollMargins.of(covered),
      look,
      described.of(attributesOf(start.attributes)),
      start.placeholder === undefined ? [] : placeholder(start.placeholder),
      autocompletion({
        override: [slashSource(start.slash), citeSource(start.cite)],
        icons: false,
        // The list opens only where it was asked for, so Enter means it from the first moment; the
        // usual wait would make "/table" and Enter depend on how fast somebody types.
        interactionDelay: 0,
      }),
      // Tab is never bound: it leaves the editor, as it leaves every field.
      Prec.high(
        keymap.of([
          ...formatBindings,
          { key: "Enter", run: insertNewlineContinueMarkup },
          { key: "Backspace", run: deleteMarkupBackward },
        ]),
      ),
      keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
      EditorView.updateListener.of((update) => {
        const own = update.transactions.every((one) => one.annotation(Transaction.remote));
        if (update.docChanged && !own) start.onchange(update.state.doc.toString());
        if (!update.focusChanged) return;
        if (update.view.hasFocus) start.onfocus();
        else start.onblur();
      }),
    ],
  });

  const view = new EditorView({ state, parent: start.root, root: start.root });

  return {
    show(text) {
      // Through the editor's own text: another system's line ends are no difference.
      const changes = smallest(view.state.doc.toString(), view.state.toText(text).toString());
      if (changes.from === changes.to && changes.insert === "") return;
      view.dispatch({
        changes,
        annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(false)],
      });
    },
    describe(attributes) {
      view.dispatch({ effects: described.reconfigure(attributesOf(attributes)) });
    },
    insert(text) {
      view.dispatch(insertAfter(view.state, text));
      view.focus();
    },
    format(format) {
      formats[format](view);
      view.focus();
    },
    focus(end = false) {
      view.focus();
      if (end) view.dispatch({ selection: { anchor: view.state.doc.length } });
    },
    selected: () => view.state.sliceDoc(view.state.selection.main.from, view.state.selection.main.to),
    select(from, to) {
      const end = view.state.doc.length;
      const stretch = EditorSelection.range(Math.min(from, end), Math.min(to, end));
      view.focus();
      view.dispatch({
        selection: stretch,
        effects: EditorView.scrollIntoView(stretch, { y: "center" }),
      });
    },
    destroy: () => view.destroy(),
  };
}
