import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/*
 * How Markdown looks while it is written. Colours and faces come from the tokens of the window:
 * custom properties reach into the shadow root that the editor lives in.
 */

const page = EditorView.theme({
  "&": { color: "var(--text)", backgroundColor: "transparent" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: "var(--page)",
    fontSize: "var(--type-page)",
    lineHeight: "calc(1.65 * var(--line-spacing))",
    // It grows with the text; the window scrolls, not the box.
    overflow: "visible",
  },
  ".cm-content": {
    padding: "0",
    caretColor: "var(--accent)",
    minHeight: "var(--editor-least, 6rem)",
    overflowWrap: "anywhere",
    letterSpacing: "var(--letter-spacing)",
    wordSpacing: "var(--word-spacing)",
  },
  ".cm-line": { padding: "0" },
  ".cm-placeholder": { color: "var(--text-quiet)" },
  // The rule of the window ends at the shadow root.
  ".cm-content ::selection, .cm-content::selection": {
    color: "var(--on-selection)",
    backgroundColor: "color-mix(in srgb, var(--selection) 99%, transparent)",
  },
  ".cm-cursor": { borderLeftColor: "var(--accent)", borderLeftWidth: "2px" },
  ".cm-tooltip": {
    color: "var(--text)",
    backgroundColor: "var(--surface-raised)",
    border: "1px solid var(--line)",
    borderRadius: "var(--radius)",
    boxShadow: "var(--shadow)",
    zIndex: "15",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {
    fontFamily: "var(--ui)",
    fontSize: "var(--type-m)",
    maxHeight: "20rem",
    maxWidth: "min(32rem, 90vw)",
    padding: "4px",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": {
    display: "flex",
    gap: "1rem",
    justifyContent: "space-between",
    padding: "0.4rem 0.75rem",
    lineHeight: "1.4",
    borderRadius: "4px",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    color: "var(--text)",
    backgroundColor: "var(--accent-quiet)",
    outline: "2px solid var(--accent)",
    outlineOffset: "-2px",
  },
  ".cm-completionDetail": {
    marginLeft: "0",
    fontStyle: "normal",
    color: "var(--text-quiet)",
  },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "600" },
});

const marks = HighlightStyle.define([
  { tag: [tags.heading1, tags.heading2], fontSize: "1.25em", fontWeight: "600" },
  { tag: [tags.heading3, tags.heading4], fontSize: "1.05em", fontWeight: "600" },
  { tag: [tags.heading5, tags.heading6], fontWeight: "600" },
  { tag: tags.strong, fontWeight: "700" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strikethrough, textDecoration: "line-through" },
  { tag: tags.quote, color: "var(--text-quiet)" },
  { tag: tags.link, color: "var(--accent)" },
  { tag: tags.url, color: "var(--text-quiet)" },
  { tag: tags.monospace, fontFamily: "var(--mono)", fontSize: "0.9em" },
  // The signs themselves stay readable and step back behind the words.
  {
    tag: [tags.processingInstruction, tags.contentSeparator, tags.labelName],
    color: "var(--text-quiet)",
    fontWeight: "400",
  },
]);

/** The look of the page. */
export const look: Extension = [page, syntaxHighlighting(marks)];
