let pressed = false;
if (typeof window !== "undefined") {
  const note = (down: boolean) => () => {
    pressed = down;
  };
  addEventListener("pointerdown", note(true), true);
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, note(false), true);
}

/**
 * Does `work` once the pointer that may be pressed is let go. What is wrong with a box is said when it is
 * left; said between press and release, it would push the button that was pressed from under the pointer.
 */
export function afterPress(work: () => void): void {
  if (!pressed) {
    work();
    return;
  }
  // A click follows the release; the task after both comes later than either.
  addEventListener("pointerup", () => setTimeout(work), { capture: true, once: true });
}
