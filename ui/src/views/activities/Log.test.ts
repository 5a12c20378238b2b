import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../backend";
import type { PortfolioStatus, WeekView } from "../../backend/contract";
import { memoryBackend, type Handlers } from "../../backend/memory";
import ToastRegion from "../../components/ToastRegion.svelte";
import { resetQueries } from "../../state/query.svelte";
import { router } from "../../state/router.svelte";
import { violations } from "../../testing/accessible";
import Log from "./Log.svelte";

function world(activities: number, more: Handlers = {}) {
  const status: PortfolioStatus = {
    name: "My portfolio",
    folder: "Documents",
    uid: "a",
    learner: "",
    today: "2026-03-12",
    isSample: false,
    counts: { reflections: 0, drafts: 0, activities, theory: 0, bin: 0 },
    changedAt: null,
    undo: "",
    notice: "",
    recent: [],
  };
  const week: WeekView = {
    firstDay: "2026-03-09",
    today: "2026-03-12",
    days: [],
    totals: { claimed: 0, confirmed: 0, excluded: 0, disputed: 0, toCome: 0 },
    byTag: [],
    pace: null,
  };
  const backend = memoryBackend({
    portfolio_status: () => status,
    week: () => week,
    timer: () => ({ timer: null, measured: null }),
    due_entries: () => ({ entries: [], total: 0 }),
    propose_week: () => ({ firstDay: "2026-03-09", proposals: [] }),
    confirmers: () => ({ people: [] }),
    ...more,
  });
  installBackend(backend);
  resetQueries();
  return backend;
}

test("a file of another program can be brought in before anything was logged", async () => {
  world(0);
  const screen = await render(Log);
  await screen.getByRole("button", { name: "More" }).click();
  await expect.element(screen.getByRole("menuitem", { name: "Recurring entries" })).toHaveFocus();
  await expect.element(screen.getByRole("menuitem", { name: /^Export/ })).not.toBeInTheDocument();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(router.current).toEqual({ room: "activities", id: "bring-in" });
});

test("a timer is a button at the head of the room until it runs", async () => {
  const timer = { title: "", on: "2026-03-12", started: "2026-03-12T09:00:00+00:00", stopped: null };
  let runs = false;
  world(3, {
    timer: () => ({ timer: runs ? timer : null, measured: null }),
    start_timer: () => {
      runs = true;
      return { timer, measured: null };
    },
  });
  const screen = await render(Log);
  const start = screen.getByRole("button", { name: "Start the timer" });
  await expect.element(start).toBeVisible();
  expect(start.element().closest("header")).not.toBeNull();
  await start.click();
  const stop = screen.getByRole("button", { name: "Stop the timer" });
  await expect.element(stop).toBeVisible();
  expect(stop.element().closest("header")).toBeNull();
});

test("the log leaves in three forms, and the message says where to", async () => {
  const backend = world(3, {
    export_log: ({ form }) => ({ fileName: `Log.${form}`, folder: "Documents" }),
  });
  const screen = await render(Log);
  const messages = await render(ToastRegion);
  await screen.getByRole("button", { name: "More" }).click();
  expect(await violations()).toEqual([]);
  await screen.getByRole("menuitem", { name: "Export the log as a workbook (XLSX)" }).click();
  await expect.element(messages.getByText("Wrote Log.xlsx in Documents")).toBeVisible();
  expect(backend.calls.find(({ name }) => name === "export_log")?.request).toEqual({ form: "xlsx" });
});

test("turning away from the dialog says nothing, and a refusal says why", async () => {
  let refused = false;
  world(3, {
    export_log: () => (refused ? Promise.reject({ code: "diskFull" }) : null),
  });
  const screen = await render(Log);
  const messages = await render(ToastRegion);
  await screen.getByRole("button", { name: "More" }).click();
  await screen.getByRole("menuitem", { name: "Export what is planned as a calendar" }).click();
  refused = true;
  await screen.getByRole("button", { name: "More" }).click();
  await screen.getByRole("menuitem", { name: "Export the log as text (CSV)" }).click();
  await expect.element(messages.getByText(/The disk is full/)).toBeVisible();
  await expect.element(messages.getByText(/^Wrote/)).not.toBeInTheDocument();
});
