/**
 * Where a place of a text is once it is in an editor: there every line ends in one letter, and a text
 * from elsewhere may end its lines in two.
 */
export function placeInEditor(text: string, at: number): number {
  let place = at;
  for (let end = text.indexOf("\r\n"); end >= 0 && end < at; end = text.indexOf("\r\n", end + 2)) {
    place -= 1;
  }
  return place;
}

/** What decides where the lines of a text box break and how high they are. */
const typesetting = [
  "font",
  "letterSpacing",
  "wordSpacing",
  "lineHeight",
  "textTransform",
  "textIndent",
  "tabSize",
  "direction",
  "paddingInline",
  "paddingBlock",
] as const;

/**
 * Where the letters from `from` to `to` of a text box stand, as a box of the window. A text box does
 * not tell, so its text is set once more, out of sight and in the same width.
 */
export function lettersOf(box: HTMLTextAreaElement, from: number, to: number): DOMRect {
  const style = getComputedStyle(box);
  const twin = document.createElement("div");
  for (const property of typesetting) twin.style[property] = style[property];
  const at = box.getBoundingClientRect();
  Object.assign(twin.style, {
    position: "fixed",
    insetBlockStart: `${at.top + box.clientTop - box.scrollTop}px`,
    insetInlineStart: `${at.left + box.clientLeft}px`,
    width: `${box.clientWidth}px`,
    boxSizing: "border-box",
    whiteSpace: "pre-wrap",
    overflowWrap: "break-word",
    visibility: "hidden",
  });
  twin.ariaHidden = "true";
  twin.textContent = box.value;
  document.body.append(twin);
  const range = document.createRange();
  const text = twin.firstChild ?? twin;
  range.setStart(text, from);
  range.setEnd(text, to);
  const letters = range.getBoundingClientRect();
  twin.remove();
  return letters;
}

/** Selects letters of a text box that grows with its text, and scrolls the window to them. */
export function reveal(box: HTMLTextAreaElement, from: number, to: number): void {
  box.focus({ preventScroll: true });
  box.setSelectionRange(from, to);
  const letters = lettersOf(box, from, to);
  scrollBy(0, letters.top + letters.height / 2 - innerHeight / 2);
}
