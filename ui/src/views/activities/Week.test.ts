import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import type { ActivityRow, WeekOf } from "../../backend/contract";
import { settled } from "../../testing/accessible";
import { accessible } from "../../testing/rooms";
import { row, week } from "./testing/samples";
import { asked, world } from "./testing/world";
import Week from "./Week.svelte";

const root = document.documentElement;
afterEach(async () => {
  root.removeAttribute("data-theme");
  await page.viewport(1280, 800);
});

const rows = [
  row({ id: "a1", title: "Lecture" }),
  row({ id: "a2", title: "Simulation" }),
  row({ id: "a3", title: "Long day", doneOn: "2026-11-18", offTheJob: null, state: "submitted" }),
];

const noAdd = (): undefined => undefined;

test("a week says how it stands against the pace, day by day", async () => {
  world({
    week: () =>
      week(rows, { byTag: [{ tag: "theory_hours", time: 240, confirmed: 0, entries: 2 }], totals: { claimed: 240, confirmed: 120, excluded: 30, disputed: 0, toCome: 0 } }),
  });
  const screen = await render(Week, { onadd: noAdd });
  await expect.element(screen.getByText("Claimed: 4 h of 6 h, an even pace for this week")).toBeVisible();
  await expect.element(screen.getByText("Confirmed: 2 h. Does not count: 30 min")).toBeVisible();
  await expect.element(screen.getByText(/Kept apart:\s+Theory hours 4 h/)).toBeVisible();
  await expect.element(screen.getByRole("row").first()).toHaveTextContent(/Mon 16 Nov.*Lecture.*4:00/s);
  await accessible();
});

test("an entry for a day to come says that it does not count yet, and so does the week", async () => {
  const reason = "It counts from 21 November 2026: it is teaching of theory.";
  const planned: ActivityRow = { ...row({ id: "a4", title: "Study day", doneOn: "2026-11-21" }), verdict: { answer: "not_yet", reason } };
  const totals = { claimed: 0, confirmed: 0, excluded: 0, disputed: 0, toCome: 120 };
  world({ week: () => week([planned], { totals }) });
  const screen = await render(Week, { onadd: noAdd });
  await expect.element(screen.getByText(/claimed · does not count yet$/)).toBeVisible();
  await expect.element(screen.getByText("Does not count yet: 2 h")).toBeVisible();
  await accessible();
});

test("the arrow keys move between entries and days, and Tab passes the grid in one step", async () => {
  world({ week: () => week(rows) });
  const screen = await render(Week, { onadd: noAdd });
  await expect.element(screen.getByRole("grid")).toBeVisible();
  const stops = [...root.querySelectorAll("[role=grid] [tabindex='0']")];
  expect(stops.map((stop) => stop.textContent.trim())).toEqual(["Lecture"]);
  (stops[0] as HTMLElement).focus();
  await userEvent.keyboard("{ArrowRight}");
  await expect.element(screen.getByRole("link", { name: "Simulation" })).toHaveFocus();
  await userEvent.keyboard("{ArrowDown}{ArrowDown}");
  // Wednesday has one entry and the cell that adds: the second cell is the last.
  await expect.element(screen.getByRole("button", { name: "Add an entry on Wed 18 Nov 2026" })).toHaveFocus();
  await userEvent.keyboard("{Home}");
  await expect.element(screen.getByRole("link", { name: "Long day" })).toHaveFocus();
  await userEvent.keyboard("{Control>}{End}{/Control}");
  await expect.element(screen.getByRole("button", { name: "Add an entry on Sun 22 Nov 2026" })).toHaveFocus();
});

test("an entry is added on the day where the keyboard is", async () => {
  world({ week: () => week(rows) });
  const days: string[] = [];
  const screen = await render(Week, { onadd: (day: string) => days.push(day) });
  await screen.getByRole("button", { name: "Add an entry on Tue 17 Nov 2026" }).click();
  expect(days).toEqual(["2026-11-17"]);
});

test("Page Up and Page Down change the week, and the keyboard stays in the grid", async () => {
  const backend = world({
    week: ({ day }: WeekOf) =>
      day === null ? week(rows) : week([], { firstDay: day, pace: 0, days: week([]).days }),
  });
  const screen = await render(Week, { onadd: noAdd });
  await screen.getByRole("link", { name: "Lecture" }).click({ trial: true });
  (screen.getByRole("link", { name: "Lecture" }).element() as HTMLElement).focus();
  await userEvent.keyboard("{PageUp}");
  await expect.element(screen.getByText("Claimed: 0 min. An even pace asks nothing of this week.")).toBeVisible();
  expect(asked(backend, "week").at(-1)).toEqual({ day: "2026-11-09" });
  await settled();
  expect(document.activeElement?.closest("[role=grid]")).not.toBeNull();
});

test("a week is handed over, without what is on its way already", async () => {
  const backend = world({ week: () => week(rows) });
  const screen = await render(Week, { onadd: noAdd });
  await screen.getByRole("button", { name: "Hand over this week" }).click();
  await expect.poll(() => asked(backend, "submit_activities")).toEqual([{ activityIds: ["a1", "a2"] }]);
});

test("days outside training say so, and the grid fits a narrow window", async () => {
  const shown = week(rows);
  world({
    week: () => ({
      ...shown,
      pace: null,
      days: shown.days.map((day, index) => ({
        ...day,
        standing: index > 4 ? ("break" as const) : day.standing,
      })),
    }),
  });
  await page.viewport(800, 600);
  const screen = await render(Week, { onadd: noAdd });
  await expect.element(screen.getByText("Break in learning").first()).toBeVisible();
  await expect.element(screen.getByText("Claimed this week: 4 h")).toBeVisible();
  await settled();
  expect(root.scrollWidth).toBeLessThanOrEqual(root.clientWidth);
  await accessible();
});
