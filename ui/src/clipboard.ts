/** Puts a text on the clipboard, and says whether it is there. Not every web view lets a page use the clipboard
 * directly; all of them copy what is selected. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

function copySelected(text: string): boolean {
  const { activeElement } = document;
  const box = document.createElement("textarea");
  box.value = text;
  box.setAttribute("aria-hidden", "true");
  box.className = "copied";
  document.body.append(box);
  box.select();
  // Nothing else works where the clipboard is not given.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const done = document.execCommand("copy");
  box.remove();
  if (activeElement instanceof HTMLElement) activeElement.focus();
  return done;
}
