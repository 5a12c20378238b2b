import { expect, test } from "vitest";
import { drawing, heightAt, hung, path, spacedTicks, widthOf } from "./drawing";
import { hoursPlot } from "./Plot.examples";

test.each([280, 500, 900, 1600])("at %i pixels every label stays inside and apart", (width) => {
  const font = 13;
  const at = drawing(hoursPlot, width, font);
  const ticks = spacedTicks(hoursPlot, at, font);
  expect(ticks.length).toBeGreaterThanOrEqual(1);
  let end = -Infinity;
  for (const tick of ticks) {
    const wide = widthOf(tick.label, font);
    const from =
      tick.anchor === "start" ? tick.x : tick.anchor === "end" ? tick.x - wide : tick.x - wide / 2;
    expect(from).toBeGreaterThan(end);
    expect(from + wide).toBeLessThanOrEqual(width);
    end = from + wide;
  }
});

test("the last label stands under its day while there is room for it", () => {
  const plot = { ...hoursPlot, xMax: 812, xTicks: [{ at: 332, label: "Jan 2026" }, { at: 697, label: "Jan 2027" }] };
  const at = drawing(plot, 960, 13);
  expect(spacedTicks(plot, at, 13).map(({ x, anchor }) => [x, anchor])).toEqual([
    [at.x(332), "middle"],
    [at.x(697), "middle"],
  ]);
});

test("the axes hold the least and the most", () => {
  const at = drawing(hoursPlot, 900, 13);
  expect(at.x(0)).toBeCloseTo(at.left);
  expect(at.x(hoursPlot.xMax)).toBeCloseTo(at.right);
  expect(at.y(0)).toBeCloseTo(at.bottom);
  expect(at.y(hoursPlot.yMax)).toBeCloseTo(at.top);
});

test("a label near the right edge hangs to the left", () => {
  const at = drawing(hoursPlot, 400, 13);
  expect(hung("Break in learning", at.left, at, 13).anchor).toBe("start");
  expect(hung("Break in learning", at.right - 10, at, 13).anchor).toBe("end");
});

test("a chart of nothing divides by nothing", () => {
  const empty = { ...hoursPlot, xMax: 0, yMax: 0, xTicks: [], yTicks: [] };
  const at = drawing(empty, 600, 13);
  expect(path([{ x: 0, y: 0 }], at)).toMatch(/^M[\d.]+ [\d.]+$/);
});

test("the height of a line is known between its points and beyond them", () => {
  const points = [
    { x: 0, y: 0 },
    { x: 10, y: 100 },
    { x: 10, y: 120 },
    { x: 20, y: 120 },
  ];
  expect(heightAt(points, 5)).toBe(50);
  expect(heightAt(points, 15)).toBe(120);
  expect(heightAt(points, -3)).toBe(0);
  expect(heightAt(points, 40)).toBe(120);
  expect(heightAt([], 4)).toBe(0);
});
