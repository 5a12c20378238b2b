import type { Settings } from "../backend/contract";

/** How the window looks until somebody says otherwise. */
export const usualSettings: Settings = {
  theme: "system",
  highContrast: false,
  typeface: "serif",
  textSize: 100,
  letterSpacing: 0,
  wordSpacing: 0,
  lineHeight: 150,
  pageTint: "none",
  reducedMotion: false,
  plainEditor: false,
  dailyCopy: true,
};

/** The key that `public/appearance.js` reads before the first paint. */
const MIRROR = "aftershift.appearance";

/** Attributes and custom properties for the root element. */
export interface Applied {
  attributes: Record<string, string>;
  variables: Record<string, string>;
}

const within = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Number.isFinite(value) ? value : least));

/** What the settings mean in CSS. */
export function applied(look: Settings): Applied {
  return {
    attributes: {
      "data-theme": look.theme,
      // Without the choice, the system's own wish for contrast decides.
      "data-contrast": look.highContrast ? "high" : "system",
      "data-typeface": look.typeface,
      "data-tint": look.pageTint,
      "data-motion": look.reducedMotion ? "reduced" : "system",
    },
    variables: {
      "--text-size": `${within(look.textSize, 80, 200)}%`,
      "--letter-spacing": `${within(look.letterSpacing, 0, 20) / 100}em`,
      "--word-spacing": `${within(look.wordSpacing, 0, 50) / 100}em`,
      // Every line height in the styles is written for 150 per cent and scaled from there.
      "--line-spacing": String(within(look.lineHeight, 130, 240) / 150),
    },
  };
}

/** Where settings live: read once at the start, written after each change. */
export interface SettingsStore {
  load(): Promise<Settings>;
  save(settings: Settings): Promise<unknown>;
}

/** How the program looks and behaves on this computer. */
export class Preferences {
  #now = $state.raw<Settings>(usualSettings);
  #changed = false;
  #store: SettingsStore | undefined;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly root: HTMLElement,
    private readonly storage: Pick<Storage, "getItem" | "setItem"> | undefined,
  ) {
    this.#now = { ...usualSettings, ...this.#kept() };
    this.#apply();
  }

  /** The settings as they are now. */
  get now(): Settings {
    return this.#now;
  }

  /**
   * Fetches what is stored. A change that was made while it was on its way wins: the person has
   * seen it happen.
   */
  async load(store: SettingsStore): Promise<void> {
    this.#store = store;
    const stored = await store.load();
    if (this.#changed) return;
    this.#now = { ...usualSettings, ...stored };
    this.#apply();
    this.#mirror();
  }

  /** Changes settings at once; resolves when the store has them. */
  set(change: Partial<Settings>): Promise<unknown> {
    this.#changed = true;
    this.#now = { ...this.#now, ...change };
    this.#apply();
    this.#mirror();
    const next = this.#now;
    // One write after the other, so that the last choice is the one that stays.
    this.#writing = this.#writing
      .catch(() => undefined)
      .then(() => (next === this.#now ? this.#store?.save(next) : undefined));
    return this.#writing;
  }

  #mirror(): void {
    try {
      this.storage?.setItem(MIRROR, JSON.stringify({ now: this.#now, ...applied(this.#now) }));
    } catch {
      // A full or forbidden storage only costs the early start next time.
    }
  }

  #kept(): Partial<Settings> {
    try {
      const kept: unknown = JSON.parse(this.storage?.getItem(MIRROR) ?? "null");
      if (typeof kept !== "object" || kept === null || !("now" in kept)) return {};
      const { now } = kept;
      return typeof now === "object" && now !== null ? sound(now) : {};
    } catch {
      return {};
    }
  }

  #apply(): void {
    const { attributes, variables } = applied(this.#now);
    for (const [name, value] of Object.entries(attributes)) this.root.setAttribute(name, value);
    for (const [name, value] of Object.entries(variables)) this.root.style.setProperty(name, value);
  }
}

/** Keeps what has the right type; storage may hold anything. */
function sound(now: object): Partial<Settings> {
  const usual: Record<string, unknown> = { ...usualSettings };
  return Object.fromEntries(
    Object.entries(now).filter(([key, value]) => key in usual && typeof value === typeof usual[key]),
  );
}

function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/** The window's settings. */
export const settings = new Preferences(document.documentElement, storage());
