/*
 * The system may insist on colours of its own: Windows calls it a contrast theme. Backgrounds and shadows
 * are gone then, so whatever was said with them alone is not said any more. Every example of every
 * component is looked at here as such a system shows it.
 */
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { commands, page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { focused } from "../components/inuse";
import { settled, violations } from "../testing/accessible";
import { exampleSet, type Examples } from "../testing/examples";
import Stages from "../views/reflections/Stages.svelte";
import TitleField from "../views/reflections/TitleField.svelte";
import Bar from "../views/reflections/Bar.svelte";

const modules = import.meta.glob<{ default: Examples }>(
  ["../components/*.examples.ts", "../editor/*.examples.ts"],
  { eager: true },
);

const stage = (id: string) => ({ id, key: id, heading: id, prompt: "Why?", inModel: true, text: "", words: 0, at: 0 });
const nothing = (): void => undefined;

/** The gallery's examples, and what the rooms draw for themselves. */
const sets: readonly (readonly [string, Examples])[] = [
  ...Object.entries(modules).map(
    ([file, { default: set }]) => [/(\w+)\.examples/.exec(file)?.[1] ?? file, set] as const,
  ),
  ["Stages", exampleSet(Stages, { two: { model: "Driscoll", stages: [stage("What?"), stage("So what?")], current: "What?", onchoose: nothing, onmodel: nothing } })],
  ["TitleField", exampleSet(TitleField, { plain: { value: "A title", onchange: nothing, onenter: nothing } })],
  ["Bar", exampleSet(Bar, { preview: { preview: true, alone: false, items: [] } })],
];

const themes = ["light", "dark"] as const;
const root = document.documentElement;

beforeEach(async () => {
  // A theme that the person chose and that the system overrules, as is usual.
  root.dataset["theme"] = "light";
  // Room for what is drawn beside a component.
  document.body.style.padding = "3rem";
  await commands.emulateSystem({ forcedColors: "active", contrast: "more", colorScheme: "dark" });
});
afterEach(() => {
  delete root.dataset["theme"];
  document.body.style.removeProperty("padding");
});
afterAll(async () => {
  await commands.emulateSystem({ forcedColors: null, contrast: null, colorScheme: null });
});

/** What the window looks like. */
async function picture(): Promise<ImageData> {
  const base64 = await page.screenshot({ base64: true, save: false });
  const blob = await (await fetch(`data:image/png;base64,${base64}`)).blob();
  const bitmap = await createImageBitmap(blob);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  if (!context) throw new Error("this browser draws nothing");
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

const part = (value: number): number => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
const luminance = (red: number, green: number, blue: number): number =>
  0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
const contrast = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** How many points differ so much between two pictures that anybody sees it: 3 to 1. */
function changed(before: ImageData, after: ImageData): number {
  let count = 0;
  for (let at = 0; at < before.data.length; at += 4) {
    const of = (image: ImageData): number =>
      luminance(image.data[at] ?? 0, image.data[at + 1] ?? 0, image.data[at + 2] ?? 0);
    if (before.data[at] === after.data[at] && before.data[at + 1] === after.data[at + 1] && before.data[at + 2] === after.data[at + 2]) continue;
    if (contrast(of(before), of(after)) >= 3) count += 1;
  }
  return count;
}

/** Everything that can have the keyboard, also inside an editor's root of its own. */
function stops(): HTMLElement[] {
  const roots: ParentNode[] = [document];
  for (const element of document.querySelectorAll("*")) {
    if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  const selector = "a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [contenteditable='true']";
  return roots
    .flatMap((from) => [...from.querySelectorAll<HTMLElement>(selector)])
    .filter((element) => element.checkVisibility({ visibilityProperty: true }));
}

/** Words in the colour of the paper: the system puts paper behind them unless it is told not to. */
function plated(): string[] {
  const { backgroundColor: paper } = getComputedStyle(document.body);
  return [...document.body.querySelectorAll("*")]
    .filter((element) => [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== ""))
    .filter((element) => {
      const { color, forcedColorAdjust } = getComputedStyle(element) as CSSStyleDeclaration & Record<string, string>;
      return color === paper && forcedColorAdjust !== "none";
    })
    .map((element) => element.outerHTML.slice(0, 200));
}

describe.each(sets)("%s", (_, { component, examples }) => {
  const all = Object.entries(examples);

  test.each(all)("%s can be read", async (_name, props) => {
    await render(component, props);
    for (const colorScheme of themes) {
      await commands.emulateSystem({ forcedColors: "active", contrast: "more", colorScheme });
      await settled();
      expect(await violations(), colorScheme).toEqual([]);
      expect(plated(), colorScheme).toEqual([]);
    }
  });

  const [first] = all;
  test("the keyboard's place is seen on every control", async () => {
    await render(component, first?.[1] ?? {});
    await settled();
    // From here on the browser takes it that somebody uses the keyboard.
    await userEvent.tab();
    for (const stop of stops()) {
      focused()?.blur();
      const before = await picture();
      stop.focus();
      // A control in a list that follows the keyboard in another way cannot have it.
      if (focused() !== stop) continue;
      const seen = changed(before, await picture());
      expect(seen, stop.outerHTML.slice(0, 200)).toBeGreaterThan(40);
    }
  });

  test.each(all)("%s: what is chosen is seen", async (_name, props) => {
    await render(component, props);
    await settled();
    const chosen = document.querySelectorAll<HTMLElement>(
      ":checked:not(option), [aria-selected='true'], [aria-current]:not([aria-current='false']), [aria-pressed='true']",
    );
    for (const element of chosen) {
      const before = await picture();
      const outer = element.outerHTML.slice(0, 200);
      if (element instanceof HTMLInputElement) element.checked = false;
      for (const name of ["aria-selected", "aria-current", "aria-pressed"]) element.removeAttribute(name);
      expect(changed(before, await picture()), outer).toBeGreaterThan(20);
    }
  });
});

describe("charts", () => {
  const set = sets.find(([name]) => name === "Plot")?.[1];
  const [example] = Object.values(set?.examples ?? {});

  /** A colour as the window shows it. */
  const colour = (css: string): number => {
    const context = new OffscreenCanvas(1, 1).getContext("2d");
    if (!context) throw new Error("this browser draws nothing");
    context.fillStyle = css;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return luminance(red, green, blue);
  };

  test.each(themes)("lines stand out and are told apart without their colours: %s", async (colorScheme) => {
    await commands.emulateSystem({ forcedColors: "active", contrast: "more", colorScheme });
    if (!set || !example) throw new Error("there is a chart");
    await render(set.component, example);
    await settled();
    const paper = colour(getComputedStyle(document.body).backgroundColor);
    const looks = [...document.querySelectorAll(".room .line")].map((line) => {
      const { stroke, strokeDasharray, strokeWidth } = getComputedStyle(line);
      expect(contrast(colour(stroke), paper), stroke).toBeGreaterThanOrEqual(3);
      return `${strokeDasharray} ${strokeWidth}`;
    });
    expect(looks.length).toBeGreaterThan(1);
    expect(new Set(looks).size).toBe(looks.length);
    for (const band of document.querySelectorAll(".band")) {
      expect(contrast(colour(getComputedStyle(band).fill), paper), "a band is no hole in the paper").toBe(1);
    }
  });
});
