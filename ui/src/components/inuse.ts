/** What can be reached with Tab. */
const stops =
  "a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex='0'], [contenteditable='true']";

/** The element that has the keyboard, also inside an editor's root of its own. */
export function focused(): HTMLElement | undefined {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement && element !== document.body ? element : undefined;
}

/** Where somebody writes in `element`: the cursor's line if the box is taller than a few lines. */
function place(element: HTMLElement): DOMRect {
  const whole = element.getBoundingClientRect();
  if (!element.isContentEditable || whole.height < innerHeight / 4) return whole;
  const root = element.getRootNode() as ShadowRoot & { getSelection?: () => Selection | null };
  const selection = root.getSelection?.() ?? document.getSelection();
  const line = selection?.rangeCount ? selection.getRangeAt(0).getBoundingClientRect() : undefined;
  return line && line.height > 0 ? line : whole;
}

/** The place of what is in use, and of what comes after it: the next thing that somebody may want. */
export function placesInUse(pressed: Element | undefined, except: Element): DOMRect[] {
  const keyboard = focused();
  const isStop = keyboard?.matches(stops) === true || keyboard?.isContentEditable === true;
  const now = isStop ? keyboard : pressed?.isConnected ? pressed : undefined;
  const all = [...document.querySelectorAll<HTMLElement>(`main :is(${stops})`)].filter(
    (element) => !except.contains(element) && element.getClientRects().length > 0,
  );
  const next = all.find(
    (element) => !now || now.compareDocumentPosition(element) === Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const places = now instanceof HTMLElement ? [place(now)] : [];
  return next ? [...places, next.getBoundingClientRect()] : places;
}
