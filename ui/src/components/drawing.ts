import type { Plot } from "../backend/contract";

/** Where things of a chart stand on screen, in CSS pixels. */
export interface Drawing {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: (at: number) => number;
  y: (at: number) => number;
}

/** How wide a label is, near enough to keep labels apart. */
export const widthOf = (label: string, font: number): number => label.length * font * 0.56;

/** Fits a chart into a width; `font` is the size of its labels. */
export function drawing(plot: Plot, width: number, font: number): Drawing {
  const longest = Math.max(0, ...plot.yTicks.map((tick) => widthOf(tick.label, font)));
  const left = longest + font;
  const right = Math.max(left + 40, width - font);
  const top = font * 1.8;
  const bottom = top + Math.min(320, Math.max(170, width * 0.28));
  const height = bottom + font * 2;
  const x = (at: number): number => left + (at / Math.max(1, plot.xMax)) * (right - left);
  const y = (at: number): number => bottom - (at / Math.max(1, plot.yMax)) * (bottom - top);
  return { width, height, left, right, top, bottom, x, y };
}

/** A label with the side it hangs on, so that it stays inside the picture. */
export interface Label {
  x: number;
  label: string;
  anchor: "start" | "middle" | "end";
}

/** The marks of the x axis that have room, first and last before those between. */
export function spacedTicks(plot: Plot, at: Drawing, font: number): Label[] {
  const all = plot.xTicks.map((tick): Label & { from: number; to: number } => {
    const x = at.x(tick.at);
    const wide = widthOf(tick.label, font);
    // Centred under its place wherever there is room: a label that hangs beside it reads as another day.
    const anchor = x - wide / 2 < at.left ? "start" : x + wide / 2 > at.width ? "end" : "middle";
    const from = anchor === "start" ? x : anchor === "end" ? x - wide : x - wide / 2;
    return { x, label: tick.label, anchor, from, to: from + wide };
  });
  const kept: typeof all = [];
  const first = all[0];
  const last = all.at(-1);
  const fits = (tick: (typeof all)[number]): boolean =>
    kept.every((other) => tick.to + font < other.from || other.to + font < tick.from);
  for (const tick of [first, last, ...all.slice(1, -1)]) {
    if (tick && !kept.includes(tick) && fits(tick)) kept.push(tick);
  }
  return kept.sort((a, b) => a.x - b.x);
}

/** A label at a place, hung towards the side where there is room. */
export function hung(label: string, x: number, at: Drawing, font: number): Label {
  const wide = widthOf(label, font);
  if (x + wide <= at.right) return { x, label, anchor: "start" };
  return { x: Math.max(x, at.left + wide), label, anchor: "end" };
}

/** The points of a line as an SVG path. */
export function path(points: readonly { x: number; y: number }[], at: Drawing): string {
  return points
    .map((point, index) => {
      const [x, y] = [at.x(point.x).toFixed(1), at.y(point.y).toFixed(1)];
      return `${index === 0 ? "M" : "L"}${x} ${y}`;
    })
    .join("");
}

/** How high a line is at a place, between its points. */
export function heightAt(points: readonly { x: number; y: number }[], x: number): number {
  let before = points[0];
  for (const point of points) {
    if (point.x >= x) {
      if (!before || point.x === before.x) return point.y;
      return before.y + ((point.y - before.y) * (x - before.x)) / (point.x - before.x);
    }
    before = point;
  }
  return before?.y ?? 0;
}
