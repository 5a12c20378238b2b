import { afterEach, expect, test, vi } from "vitest";
import type { Settings } from "../backend/contract";
import { applied, Preferences, usualSettings } from "./settings.svelte";

/** Storage as the window has it, in memory. */
function storage(start: Record<string, string> = {}) {
  const kept = new Map(Object.entries(start));
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

afterEach(() => {
  localStorage.clear();
});

test("a change is applied at once and kept for the next start", async () => {
  const root = document.createElement("html");
  const memory = storage();
  const settings = new Preferences(root, memory);
  await settings.set({ theme: "dark", textSize: 140, typeface: "atkinson", pageTint: "cream" });
  expect(root.getAttribute("data-theme")).toBe("dark");
  expect(root.getAttribute("data-typeface")).toBe("atkinson");
  expect(root.style.getPropertyValue("--text-size")).toBe("140%");

  const next = document.createElement("html");
  expect(new Preferences(next, memory).now).toMatchObject({ theme: "dark", textSize: 140 });
  expect(next.getAttribute("data-tint")).toBe("cream");
});

test("the script before the first paint sets exactly what the app sets", async () => {
  const settings = new Preferences(document.createElement("html"), localStorage);
  await settings.set({ theme: "dark", highContrast: true, letterSpacing: 5, lineHeight: 180 });
  const root = document.documentElement;
  const before = root.cloneNode() as HTMLElement;
  const script = document.createElement("script");
  script.textContent = await (await fetch("/appearance.js")).text();
  document.head.append(script);
  const { attributes, variables } = applied(settings.now);
  for (const [name, value] of Object.entries(attributes)) expect(root.getAttribute(name)).toBe(value);
  for (const [name, value] of Object.entries(variables)) {
    expect(root.style.getPropertyValue(name)).toBe(value);
  }
  script.remove();
  for (const name of Object.keys(attributes)) {
    const value = before.getAttribute(name);
    if (value === null) root.removeAttribute(name);
    else root.setAttribute(name, value);
  }
  root.style.cssText = before.style.cssText;
});

test.each(["not json", "null", "[]", '{"now":{"theme":7,"textSize":"huge"}}'])(
  "a mirror that reads %s is ignored",
  (kept) => {
    const memory = storage({ "aftershift.appearance": kept });
    expect(new Preferences(document.createElement("html"), memory).now).toEqual(usualSettings);
  },
);

test("sizes outside their range are brought back into it", () => {
  const { variables } = applied({ ...usualSettings, textSize: 900, lineHeight: Number.NaN });
  expect(variables["--text-size"]).toBe("200%");
  expect(Number(variables["--line-spacing"])).toBeCloseTo(130 / 150);
});

test("what is stored is taken over, unless the person was faster", async () => {
  const stored: Settings = { ...usualSettings, theme: "dark" };
  const one = new Preferences(document.createElement("html"), storage());
  await one.load({ load: () => Promise.resolve(stored), save: () => Promise.resolve() });
  expect(one.now.theme).toBe("dark");

  const other = new Preferences(document.createElement("html"), storage());
  let answer = (_: Settings): void => undefined;
  const loading = other.load({
    load: () => new Promise<Settings>((resolve) => (answer = resolve)),
    save: () => Promise.resolve(),
  });
  await other.set({ theme: "light" });
  answer(stored);
  await loading;
  expect(other.now.theme).toBe("light");
});

test("quick changes are stored in order, and the last one stays", async () => {
  const saved: number[] = [];
  const settings = new Preferences(document.createElement("html"), storage());
  await settings.load({
    load: () => Promise.resolve(usualSettings),
    save: (next) => {
      saved.push(next.textSize);
      return Promise.resolve();
    },
  });
  void settings.set({ textSize: 110 });
  void settings.set({ textSize: 120 });
  await settings.set({ textSize: 130 });
  expect(saved.at(-1)).toBe(130);
});

test("a change that cannot be stored still holds in this window, and says so", async () => {
  const settings = new Preferences(document.createElement("html"), storage());
  await settings.load({
    load: () => Promise.resolve(usualSettings),
    save: vi.fn(() => Promise.reject(new Error("read-only"))),
  });
  await expect(settings.set({ theme: "dark" })).rejects.toThrow("read-only");
  expect(settings.now.theme).toBe("dark");
});
