import { afterEach, expect, test } from "vitest";
import tokens from "./tokens.css?raw";

const root = document.documentElement;
const probe = document.createElement("div");
document.body.append(probe);

afterEach(() => {
  for (const name of ["data-theme", "data-contrast", "data-tint"]) root.removeAttribute(name);
});

/** The colour that a token has in the present theme, as the browser works it out. */
function colour(token: string): [number, number, number] {
  probe.style.color = "";
  probe.style.color = `var(${token})`;
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(getComputedStyle(probe).color);
  if (!parts) throw new Error(`${token} is no opaque colour: ${getComputedStyle(probe).color}`);
  return [Number(parts[1]), Number(parts[2]), Number(parts[3])];
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(rgb: [number, number, number]): number {
  const [red, green, blue] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(colour(one)), luminance(colour(other))].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const surfaces = ["--surface", "--surface-raised", "--surface-sunk"];
const quiet = ["--accent-quiet", "--attention-quiet", "--danger-quiet"];

/** What is read, on everything that it is put on. */
const texts: [string, string[]][] = [
  ["--text", [...surfaces, ...quiet, "--line"]],
  ["--text-quiet", [...surfaces, "--accent-quiet"]],
  ["--accent", [...surfaces, "--accent-quiet"]],
  ["--accent-hover", [...surfaces, "--accent-quiet"]],
  ["--attention", [...surfaces, "--attention-quiet"]],
  ["--danger", [...surfaces, "--danger-quiet"]],
  ["--danger-hover", [...surfaces, "--danger-quiet"]],
  ["--on-accent", ["--accent", "--accent-hover"]],
  ["--on-danger", ["--danger", "--danger-hover"]],
  ["--on-selection", ["--selection"]],
  // A toast is turned about: the colour of paper on the colour of text.
  ["--surface-raised", ["--text"]],
];

/** Edges of controls, marks of charts, the keyboard's place. */
const marks: [string, string[]][] = [
  ["--line-strong", surfaces],
  ["--focus", [...surfaces, ...quiet]],
  ["--accent", surfaces],
  // A band is drawn on the room, and holds lines of its own.
  ["--band-line", ["--band", "--surface", "--surface-raised"]],
  ["--accent", ["--band"]],
];

const tints = ["none", "cream", "blue", "green", "rose"];

for (const theme of ["light", "dark"]) {
  for (const tint of tints) {
    test(`${theme}, page tint ${tint}: text 4.5 to 1, controls 3 to 1`, () => {
      root.setAttribute("data-theme", theme);
      root.setAttribute("data-tint", tint);
      check(texts, 4.5);
      check(marks, 3);
    });
  }

  test(`${theme}, high contrast: text 7 to 1, controls 4.5 to 1`, () => {
    root.setAttribute("data-theme", theme);
    root.setAttribute("data-contrast", "high");
    check(
      texts.map(([one, others]) => [one, others.filter((other) => other !== "--line")]),
      7,
    );
    check(marks, 4.5);
  });
}

function check(pairs: [string, string[]][], least: number): void {
  const weak = pairs.flatMap(([one, others]) =>
    others
      .map((other) => ({ pair: `${one} on ${other}`, ratio: contrast(one, other) }))
      .filter(({ ratio }) => ratio < least)
      .map(({ pair, ratio }) => `${pair}: ${ratio.toFixed(2)}`),
  );
  expect(weak).toEqual([]);
}

test("the contrast that the system asks for is the one that Settings offers", () => {
  const block = (from: string): string[] => {
    const at = tokens.indexOf(from);
    expect(at, `${from} is in tokens.css`).toBeGreaterThan(-1);
    const open = tokens.indexOf("{", at);
    return tokens
      .slice(open + 1, tokens.indexOf("}", open))
      .split(";")
      .map((line) => line.trim())
      .filter(Boolean);
  };
  expect(block(':root:not([data-contrast="normal"])')).toEqual(
    block(':root[data-contrast="high"]'),
  );
});

test("no component uses the palette directly", () => {
  const first = tokens.slice(tokens.indexOf("1. Palette"), tokens.indexOf("2. Meaning"));
  const palette = [...first.matchAll(/^ {2}(--[a-z0-9-]+):/gm)].map((match) => match[1]);
  expect(palette.length).toBeGreaterThan(20);
  const sources = import.meta.glob<string>(
    ["../**/*.svelte", "../editor/*.ts", "./base.css", "./print.css"],
    { query: "?raw", import: "default", eager: true },
  );
  const used = Object.entries(sources).flatMap(([file, source]) =>
    palette.filter((token) => source.includes(`var(${token})`)).map((token) => `${file}: ${token}`),
  );
  expect(used).toEqual([]);
});
