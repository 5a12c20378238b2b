import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import type { ActivityRow, SaveActivity } from "../../backend/contract";
import { accessible } from "../../testing/rooms";
import Log from "./Log.svelte";
import { row, week } from "./testing/samples";
import { asked, TODAY, world } from "./testing/world";

afterEach(async () => {
  document.documentElement.removeAttribute("data-theme");
  await page.viewport(1280, 800);
});

/** A program that keeps what is logged and shows it in the week and in the table. */
function desk() {
  const rows: ActivityRow[] = [];
  const backend = world({
    portfolio_status: () => ({ today: TODAY, counts: { activities: rows.length } }) as never,
    save_activity: ({ id, files: _files, ...entry }: SaveActivity) => {
      const kept = row({ ...entry, id: id ?? `new${rows.length}` });
      rows.push(kept);
      return kept;
    },
    week: () => week([...rows]),
    list_activities: () => ({ rows: [...rows], total: rows.length, totals: week(rows).totals, byTag: [] }),
  });
  return { backend, rows };
}

/** Moves the keyboard to something by Tab alone, forwards or back. */
async function tabTo(locator: { element: () => Element }): Promise<void> {
  const target = locator.element();
  for (let steps = 0; steps < 60 && document.activeElement !== target; steps += 1) {
    const behind = document.activeElement?.compareDocumentPosition(target) ?? 0;
    const back = (behind & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    await userEvent.keyboard(back ? "{Shift>}{Tab}{/Shift}" : "{Tab}");
  }
  expect(document.activeElement).toBe(target);
}

test("a week is logged, looked at, listed and confirmed with the keyboard alone", async () => {
  const { backend, rows } = desk();
  const screen = await render(Log, {});
  const what = screen.getByRole("textbox", { name: "What did you do?" });
  await expect.element(what).toBeVisible();
  await tabTo(what);

  // Three entries one after the other: no key but those of the entries themselves.
  await userEvent.keyboard("Lecture{Tab}mon{Tab}9.15-11.00{Tab}={Enter}");
  await expect.poll(() => rows.length).toBe(1);
  await expect.element(what).toHaveFocus();
  await userEvent.keyboard("Ward round{Tab}tue{Tab}2{Tab}1h30{Enter}");
  await expect.poll(() => rows.length).toBe(2);
  await userEvent.keyboard("Night shift{Tab}wed{Tab}22:00-06:00{Enter}");
  await expect.poll(() => rows.length).toBe(3);
  expect(rows.map(({ activity: { doneOn, duration, offTheJob } }) => [doneOn, duration, offTheJob])).toEqual([
    ["2026-11-16", 105, 105],
    ["2026-11-17", 120, 90],
    ["2026-11-18", 480, null],
  ]);

  // From the row on, Tab leads into the week, and the arrows through it.
  const first = screen.getByRole("link", { name: "Lecture" });
  await tabTo(first);
  await accessible();

  // The table is one arrow away from the week.
  (screen.getByRole("radio", { name: "Week" }).element() as HTMLElement).focus();
  await userEvent.keyboard("{ArrowRight}");
  await expect.element(screen.getByRole("table")).toBeVisible();

  // Two of the entries were confirmed by somebody.
  for (const title of ["Lecture", "Ward round"]) {
    await tabTo(screen.getByRole("checkbox", { name: `Choose “${title}”` }));
    await userEvent.keyboard(" ");
  }
  await expect.element(screen.getByText("2 entries chosen")).toBeVisible();
  await tabTo(screen.getByRole("button", { name: "Record a confirmation" }));
  await userEvent.keyboard("{Enter}");
  const name = screen.getByRole("textbox", { name: "Their name" });
  await expect.element(name).toBeVisible();
  await tabTo(name);
  await userEvent.keyboard("Hester Quillinan");
  await tabTo(screen.getByRole("button", { name: "Record", exact: true }));
  await userEvent.keyboard("{Enter}");
  await expect
    .poll(() => asked(backend, "confirm_activities"))
    .toMatchObject([{ activityIds: ["new0", "new1"], name: "Hester Quillinan" }]);
});
