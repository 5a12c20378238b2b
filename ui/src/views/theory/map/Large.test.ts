import { beforeEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../../backend";
import type { MappedAccount, MapModule, TheoryMap } from "../../../backend/contract";
import { memoryBackend } from "../../../backend/memory";
import { resetQueries } from "../../../state/query.svelte";
import { accessible } from "../../../testing/rooms";
import Map from "./Map.svelte";

const WORKS = 80;
const ACCOUNTS = 200;
const MONTHS = 24;

/** Eight modules of ten works. Every third work was never used; every fourth account draws on none. */
function large(): TheoryMap {
  const accounts = Array.from(
    { length: ACCOUNTS },
    (_, nth): MappedAccount => ({ id: `r${nth}`, title: `Account ${nth}`, day: "2025-01-09" }),
  );
  const used = (work: number): MappedAccount[] =>
    work % 3 === 2 ? [] : accounts.filter((_, nth) => nth % 4 !== 0 && nth % WORKS === work);
  const modules = Array.from({ length: 8 }, (_, module): MapModule => {
    const rows = Array.from({ length: 10 }, (_, nth) => {
      const work = 10 * module + nth;
      const cells = used(work).map((one) => ({ period: Number(one.id.slice(1)) % MONTHS, accounts: [one] }));
      return {
        id: `t${work}`,
        label: `A family name of some length and ${work} others (1984)`,
        accounts: cells.length,
        cells: cells.sort((a, b) => a.period - b.period),
      };
    });
    return { name: `Module ${module}`, accounts: rows.reduce((sum, row) => sum + row.accounts, 0), rows };
  });
  const bare = accounts.filter((_, nth) => nth % 4 === 0);
  return {
    modules,
    periods: Array.from({ length: MONTHS }, (_, nth) => ({
      from: `${2024 + Math.floor(nth / 12)}-${String((nth % 12) + 1).padStart(2, "0")}-01`,
      label: `month ${nth}`,
      short: "JFMAMJJASOND"[nth % 12] ?? "",
    })),
    bare: [{ period: 0, accounts: bare }],
    title: "Many works have never met practice",
    description: "80 works against 24 months.",
    works: WORKS,
    accounts: ACCOUNTS,
    withTheory: ACCOUNTS - bare.length,
    bareActivities: [],
    unwritten: 0,
    latestUnwritten: [],
    authors: [],
    table: { headings: ["Work", "Accounts"], rows: [["A work", "3"]] },
  };
}

async function show(): Promise<Element> {
  const screen = await render(Map, {});
  const grid = screen.getByRole("table", { name: /80 works against/ });
  await expect.element(grid).toBeVisible();
  return grid.element();
}
beforeEach(() => {
  resetQueries();
  installBackend(memoryBackend({ theory_map: large }));
});

test("eighty works and two hundred reflections stay one stop of the Tab key, in a page that does not widen", async () => {
  const table = await show();
  const stops = [...table.querySelectorAll<HTMLElement>("a, button")];
  expect(stops.filter((stop) => stop.matches("a")).length).toBe(WORKS);
  expect(stops.filter(({ tabIndex }) => tabIndex === 0).length).toBe(1);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
  await accessible();
});

test("the arrow keys lead down all names, and what has the keyboard is in sight below the months", async () => {
  const table = await show();
  table.querySelector<HTMLElement>("a")?.focus();
  const top = (): number => document.activeElement?.getBoundingClientRect().top ?? 0;
  const below = (): number => table.querySelector("thead")?.getBoundingClientRect().bottom ?? Infinity;
  await userEvent.keyboard("{ArrowDown}".repeat(WORKS - 1));
  expect(document.activeElement?.textContent).toContain(`and ${WORKS - 1} others`);
  expect(top()).toBeGreaterThanOrEqual(below());
  await userEvent.keyboard("{ArrowUp}".repeat(30));
  expect(document.activeElement?.textContent).toContain(`and ${WORKS - 31} others`);
  // Some windows bring it to the edge and no further.
  document.activeElement?.scrollIntoView({ block: "start" });
  expect(top()).toBeGreaterThanOrEqual(below());
});
