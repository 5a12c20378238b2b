/* Very long words and titles, in small windows and at large text: nothing is cut off, and no page is pushed
 * sideways. */
import { afterEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import type { Component } from "svelte";
import { installBackend } from "../backend";
import type { ReflectionRow, Theory, TheoryView } from "../backend/contract";
import { memoryBackend, type Handlers } from "../backend/memory";
import { resetQueries } from "../state/query.svelte";
import { settings } from "../state/settings.svelte";
import { settled } from "../testing/accessible";
import Portfolio from "./settings/Portfolio.svelte";
import { blank } from "./theory/form";
import Theories from "./theory/Theory.svelte";
import Reflections from "./reflections/Reflections.svelte";
import { bennerLink } from "./reflections/testing/samples";
import { world } from "./reflections/testing/world";
import Today from "./today/Today.svelte";

const word = "Pseudopseudohypoparathyroidism".repeat(4);
const title = `Escalating a deteriorating patient while everybody was busy elsewhere, and ${word}`;
const at = "2026-11-01T09:00:00Z";
const theory: Theory = {
  ...blank,
  id: "t1",
  title,
  authors: [{ family: word, given: "P." }],
  keyIdea: `${word} ${title}`,
  quotation: word,
  quotationPage: "12",
  module: word,
  citeKey: word,
  criteria: [word],
  evidenceId: null,
  createdAt: at,
  changedAt: at,
  deletedAt: null,
};
const view: TheoryView = {
  theory,
  label: `${word} (1984)`,
  reference: [{ text: `${word} `, italic: false }, { text: `https://example.org/${word}`, italic: false }],
  file: null,
  uses: [
    {
      link: { ...bennerLink.link, passage: word, rationale: word },
      reflectionId: "r1",
      reflectionTitle: title,
      happenedOn: "2026-03-12",
      passageGone: true,
    },
  ],
};
const draft: ReflectionRow = {
  id: "r1",
  title,
  happenedOn: "2026-03-12",
  model: "gibbs",
  modelName: word,
  state: "draft",
  words: 12,
  stageWords: [12, 0, 0],
  theory: [],
  activities: 0,
  changedAt: at,
};

const answers: Handlers = {
  list_theory: () => ({ rows: [{ theory, label: view.label, uses: 1 }], alike: [] }),
  theory: () => view,
  today: () => ({
    today: "2026-11-23",
    week: "",
    capture: "",
    hours: {
      today: "2026-11-23",
      programmeTitle: "",
      progress: null,
      planned: null,
      overdue: null,
      problems: [],
      totals: { claimed: 0, confirmed: 0, excluded: 0, disputed: 0, toCome: 0 },
      byTag: [],
      thisWeek: 0,
    },
    next: [{ title, detail: word, target: { room: "reflection", id: "r1" } }],
    drafts: [draft],
  }),
};

/** A room, whatever it is given and lets others do with it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- rooms of every kind
type AnyRoom = Component<any, any, any>;
const rooms: readonly (readonly [string, AnyRoom, Record<string, unknown>])[] = [
  ["Theory", Theories, {}],
  ["a work", Theories, { id: "t1" }],
  ["the writing room", Reflections, { id: "r1" }],
  ["copies", Portfolio, {}],
  ["Today", Today, {}],
];
const sizes = [
  [800, 600, 100],
  [800, 600, 200],
  [1280, 800, 200],
] as const;

afterEach(async () => {
  await settings.set({ textSize: 100 });
  await page.viewport(1280, 800);
});

/** What stands out of the window at the right, and cannot be scrolled to in a part of its own. */
function outside(): string[] {
  const scrolls = (element: Element): boolean =>
    getComputedStyle(element).overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
  return [...document.querySelectorAll<HTMLElement>("body *")]
    .filter((element) => element.checkVisibility() && !element.closest(".unseen, .scroll"))
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 || (scrolls(element) && element.tagName !== "INPUT" && element.tagName !== "TEXTAREA"))
    .map((element) => element.outerHTML.slice(0, 120));
}

const cases = rooms.flatMap(([name, room, props]) =>
  sizes.map(([width, height, size]) => ({ name, room, props, width, height, size })),
);
test.each(cases)(
  "$name holds long words at $width by $height and $size per cent",
  async ({ name, room, props, width, height, size }) => {
    await page.viewport(width, height);
    if (name === "the writing room") {
      const it = world({ title, module: word });
      it.links = [{ ...bennerLink, label: view.label, title }];
    } else {
      installBackend(
        memoryBackend({
          portfolio_status: () => ({ name: word, folder: `/home/${word}`, recent: [{ id: "a", name: word, folder: word }], counts: {} }) as never,
          backups: () => ({ folder: `/home/${word}`, rows: [{ id: "c", madeAt: at, bytes: 1_100_000, reason: "migration" }] }),
          ...answers,
        }),
      );
      resetQueries();
    }
    await settings.set({ textSize: size });
    await render(room, props);
    await expect.poll(() => document.body.textContent.includes(word)).toBe(true);
    await settled();
    expect(outside()).toEqual([]);
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  },
);
