/** The most characters of one line, as the portfolio keeps it. */
export const LINE = 300;

/**
 * Keeps a box to a number of characters without ever cutting what somebody typed or pasted: what does not fit
 * whole is not taken at all, so that it is still where it came from, and `full` says so. A box that cuts a
 * paste off in the middle would lose the rest unseen.
 */
export function roomFor(
  box: HTMLInputElement | HTMLTextAreaElement,
  most: number,
  full: (over: boolean) => unknown,
): () => void {
  // Counted as the portfolio counts: an emoji is one character there and two units here.
  const length = (text: string): number => Array.from(text).length;
  const begin = (event: Event): void => {
    const { data, isComposing } = event as InputEvent;
    if (!data || isComposing) return;
    const [from, to] = [box.selectionStart ?? 0, box.selectionEnd ?? 0];
    const over = length(box.value.slice(0, from) + data + box.value.slice(to)) > most;
    if (over) event.preventDefault();
    full(over);
  };
  // What a keyboard composes cannot be stopped before it is there: it stays, to be shortened.
  const end = (): void => {
    full(length(box.value) > most);
  };
  box.addEventListener("beforeinput", begin);
  box.addEventListener("input", end);
  return () => {
    box.removeEventListener("beforeinput", begin);
    box.removeEventListener("input", end);
  };
}
