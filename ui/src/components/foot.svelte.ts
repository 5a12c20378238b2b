import { SvelteMap } from "svelte/reactivity";

/** Bars of buttons that stick to the foot of the window, with the height of each in pixels. */
const bars = new SvelteMap<HTMLElement, number>();

// What the keyboard comes to is scrolled to where no bar covers it; the style sheet reads how far that is.
function tell(): void {
  const root = document.documentElement;
  if (bars.size === 0) root.style.removeProperty("--foot");
  else root.style.setProperty("--foot", `${Math.max(...bars.values())}px`);
}

/** What is left free between a bar and what has the keyboard: the ring round it has its room there. */
const RING = 8;

/** What scrolls an element. */
function scrollerOf(element: HTMLElement): Element {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.scrollingElement ?? document.documentElement;
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
  /**
   * Scrolls what has the keyboard out from under a bar. The browser's own scrolling leaves a box where it is as long as
   * any of it is in sight, and WebKitGTK's heeds no padding; a box that grows comes under the bar by itself.
   */
  clear(bar: HTMLElement, target: EventTarget | null): void {
    if (!(target instanceof HTMLElement) || bar.contains(target)) return;
    requestAnimationFrame(() => {
      const [box, edge] = [target.getBoundingClientRect(), bar.getBoundingClientRect()];
      const over = box.bottom + RING - edge.top;
      const scroller = scrollerOf(bar);
      if (over <= 0 || box.top > edge.bottom || !scroller.contains(target)) return;
      scroller.scrollBy({ top: over, behavior: "instant" });
    });
  },
  /** A bar is gone. */
  leave(bar: HTMLElement): void {
    bars.delete(bar);
    tell();
  },
};
