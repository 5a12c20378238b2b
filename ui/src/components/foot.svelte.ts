import { SvelteMap } from "svelte/reactivity";

/** Bars of buttons that stick to the foot of the window, with the height of each in pixels. */
const bars = new SvelteMap<HTMLElement, number>();

// What the keyboard comes to is scrolled to where no bar covers it; the style sheet reads how far that is.
function tell(): void {
  const root = document.documentElement;
  if (bars.size === 0) root.style.removeProperty("--foot");
  else root.style.setProperty("--foot", `${Math.max(...bars.values())}px`);
}

/** What stands at the foot of the window whatever is scrolled: messages keep off it. */
export const foot = {
  /** Every bar there is, in no order. */
  get bars(): readonly HTMLElement[] {
    return [...bars.entries()].map(([bar]) => bar);
  },
  /** A bar appeared, or its height changed. */
  take(bar: HTMLElement): void {
    bars.set(bar, bar.offsetHeight);
    tell();
  },
  /** A bar is gone. */
  leave(bar: HTMLElement): void {
    bars.delete(bar);
    tell();
  },
};
