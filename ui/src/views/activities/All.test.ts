import { afterEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import type { ActivityRow, ListActivities } from "../../backend/contract";
import { settled } from "../../testing/accessible";
import { accessible } from "../../testing/rooms";
import All from "./All.svelte";
import { row } from "./testing/samples";
import { asked, TODAY, world } from "./testing/world";

const root = document.documentElement;
afterEach(async () => {
  root.removeAttribute("data-theme");
  await page.viewport(1280, 800);
});

/** A program with so many entries, which gives them page by page. */
function many(count: number) {
  const rows = Array.from({ length: count }, (_, index) =>
    row({ id: `a${index}`, title: `Lecture ${index}` }),
  );
  return world({
    list_activities: ({ text, offset, limit }: ListActivities) => {
      const found = rows.filter((one) => one.activity.title.includes(text));
      return {
        rows: found.slice(offset, offset + limit),
        total: found.length,
        totals: { claimed: 600, confirmed: 120, excluded: 30, disputed: 0, toCome: 0 },
        byTag: [{ tag: "practice_hours", time: 90, confirmed: 0, entries: 1 }],
      };
    },
  });
}

const questions = (backend: ReturnType<typeof world>): ListActivities[] =>
  asked(backend, "list_activities") as ListActivities[];

test("what does not count yet is told apart in the row and in the totals", async () => {
  const reason = "It counts from 21 November 2026: it is teaching of theory.";
  const planned: ActivityRow = { ...row({ id: "a4", title: "Study day", doneOn: "2026-11-21" }), verdict: { answer: "not_yet", reason } };
  world({
    list_activities: () => ({
      rows: [planned],
      total: 1,
      totals: { claimed: 0, confirmed: 0, excluded: 0, disputed: 0, toCome: 90 },
      byTag: [],
    }),
  });
  const screen = await render(All, { today: TODAY });
  await expect.element(screen.getByText("Does not count yet", { exact: true })).toBeVisible();
  await expect.element(screen.getByText(/It counts from 21 November 2026/)).toBeVisible();
  await expect.element(screen.getByText(/does not count: 0 min; does not count yet: 1 h 30\./)).toBeVisible();
});

test("ten thousand entries come a page at a time, with totals over all of them", async () => {
  const backend = many(10_000);
  const screen = await render(All, { today: TODAY });
  await expect.element(screen.getByText("1–50 of 10,000")).toBeVisible();
  await expect.element(screen.getByText(/Claimed: 10 h; confirmed: 2 h; does not count: 30 min/)).toBeVisible();
  await expect.element(screen.getByText(/Kept apart:\s+Practice hours 1 h 30/)).toBeVisible();
  await screen.getByRole("button", { name: "Older" }).click();
  await expect.element(screen.getByText("51–100 of 10,000")).toBeVisible();
  await screen.getByRole("button", { name: "Newer" }).click();
  await expect.element(screen.getByText("1–50 of 10,000")).toBeVisible();
  await screen.getByRole("button", { name: "Newer" }).click({ force: true });
  expect(questions(backend).map(({ offset }) => offset)).toEqual([0, 50]);
});

test("conditions narrow the list together, and another question begins at the first page", async () => {
  const backend = many(200);
  const screen = await render(All, { today: TODAY });
  await screen.getByRole("button", { name: "Older" }).click();
  await screen.getByRole("combobox", { name: "Period" }).selectOptions("before");
  await screen.getByRole("combobox", { name: "State" }).selectOptions("queried");
  await screen.getByRole("combobox", { name: "Also counts as" }).selectOptions("practice_hours");
  await screen.getByRole("combobox", { name: "Kind" }).selectOptions("theory");
  await expect.poll(() => questions(backend).at(-1)).toMatchObject({
    from: "2026-10-01",
    to: "2026-10-31",
    state: "queried",
    tag: "practice_hours",
    category: "theory",
    offset: 0,
  });
});

test("days of one's own can be given", async () => {
  const backend = many(3);
  const screen = await render(All, { today: TODAY });
  await screen.getByRole("combobox", { name: "Period" }).selectOptions("own");
  const from = screen.getByRole("group", { name: /From/ });
  await from.getByRole("textbox", { name: "Day" }).fill("1/9/2026");
  await expect.poll(() => questions(backend).at(-1)).toMatchObject({ from: "2026-09-01", to: null });
  await accessible();
});

test("entries of several pages are chosen, handed over and confirmed together", async () => {
  const backend = many(60);
  const screen = await render(All, { today: TODAY });
  await screen.getByRole("checkbox", { name: "Choose “Lecture 1”, Mon 16 Nov" }).click();
  await screen.getByRole("button", { name: "Older" }).click();
  await screen.getByRole("checkbox", { name: "Choose “Lecture 51”, Mon 16 Nov" }).click();
  await expect.element(screen.getByText("2 entries chosen")).toBeVisible();
  await accessible();
  await screen.getByRole("button", { name: "Record a confirmation" }).click();
  await screen.getByRole("textbox", { name: "Their name" }).fill("Hester Quillinan");
  await screen.getByRole("button", { name: "Record", exact: true }).click();
  await expect
    .poll(() => asked(backend, "confirm_activities"))
    .toMatchObject([{ activityIds: ["a1", "a51"], name: "Hester Quillinan" }]);
  await expect.element(screen.getByText("2 entries chosen")).not.toBeInTheDocument();

  await screen.getByRole("button", { name: "Choose all on this page" }).click();
  await screen.getByRole("button", { name: "Hand over" }).click();
  const handed = asked(backend, "submit_activities")[0] as { activityIds: string[] };
  expect(handed.activityIds).toHaveLength(10);
});

test("nothing that matches says so, and the table fits a narrow window", async () => {
  many(3);
  const screen = await render(All, { today: TODAY });
  await screen.getByRole("searchbox", { name: "Find an entry" }).fill("nowhere");
  await expect.element(screen.getByText("No entry matches. Change what you look for.")).toBeVisible();
  await screen.getByRole("searchbox", { name: "Find an entry" }).fill("Lecture");
  await page.viewport(800, 600);
  await settled();
  expect(root.scrollWidth).toBeLessThanOrEqual(root.clientWidth);
});
