import { afterEach, expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../../backend";
import type { Commands, ImportView, PortfolioStatus } from "../../../backend/contract";
import { memoryBackend, type Handlers } from "../../../backend/memory";
import ToastRegion from "../../../components/ToastRegion.svelte";
import { resetQueries } from "../../../state/query.svelte";
import { router } from "../../../state/router.svelte";
import { settled, violations } from "../../../testing/accessible";
import BringIn from "./BringIn.svelte";
import { proposal, table, view } from "./samples";

const root = document.documentElement;
afterEach(() => {
  root.removeAttribute("data-theme");
  router.go({ room: "today" }, { replace: true });
});

const status: PortfolioStatus = {
  name: "My portfolio",
  folder: "Documents",
  uid: "a",
  learner: "",
  today: "2026-03-12",
  isSample: false,
  counts: { reflections: 0, drafts: 0, activities: 0, theory: 0, bin: 0 },
  changedAt: null,
  undo: "",
  notice: "",
  recent: [],
};

/** A program in which `waiting` waits to be looked through. */
function world(waiting: ImportView | null, more: Handlers = {}) {
  let now = waiting;
  const backend = memoryBackend({
    pending_import: () => now,
    accept_import: ({ entries }) => ({ added: entries.length, what: "Brought in some" }),
    dismiss_import: () => {
      now = null;
      return {};
    },
    undo: () => ({ what: "Brought in some", next: "" }),
    portfolio_status: () => ({ ...status, undo: "Brought in some" }),
    ...more,
  });
  installBackend(backend);
  resetQueries();
  const requests = <K extends keyof Commands>(name: K) =>
    backend.calls.filter((call) => call.name === name).map(({ request }) => request as Commands[K]["request"]);
  return {
    requests,
    wait: (next: ImportView) => {
      now = next;
    },
  };
}

async function accessible(): Promise<void> {
  for (const theme of ["light", "dark"]) {
    root.setAttribute("data-theme", theme);
    await settled();
    expect(await violations(), theme).toEqual([]);
  }
}

test("an empty page says what may be chosen, and a chosen file is shown", async () => {
  const { wait } = world(null, {
    choose_import: () => {
      wait(view);
      return { id: "i1" };
    },
  });
  const screen = await render(BringIn, {});
  await expect.element(screen.getByRole("heading", { name: "What you have noted elsewhere" })).toBeVisible();
  await accessible();
  await screen.getByRole("button", { name: "Choose a file" }).click();
  await expect.element(screen.getByText("march.csv, from Toggl Track")).toBeVisible();
  await screen.getByText("2 rows cannot be brought in").click();
  await expect.element(screen.getByText(/is a formula/)).toBeVisible();
  await expect.element(screen.getByText(/1 row or event is left out/)).toBeVisible();
  await accessible();
});

test("turning away from the dialog changes nothing", async () => {
  world(null, { choose_import: () => null });
  const screen = await render(BringIn, {});
  await screen.getByRole("button", { name: "Choose a file" }).click();
  await expect.element(screen.getByRole("button", { name: "Choose a file" })).toBeVisible();
});

test("a file that cannot be read says why, and another can be chosen", async () => {
  world(null, {
    choose_import: () => Promise.reject({ code: "cannotImport", reason: "The file is empty." }),
  });
  const screen = await render(BringIn, {});
  await screen.getByRole("button", { name: "Choose a file" }).click();
  await expect.element(screen.getByRole("alert")).toHaveTextContent("Nothing was brought in. The file is empty.");
  await accessible();
});

test("columns are asked about first, where they are not known", async () => {
  const { requests, wait } = world(
    { ...view, table, askFirst: true, proposals: [], problems: [], problemCount: 0, leftOut: 0 },
    {
      map_import: () => {
        wait({ ...view, id: "i1" });
        return {};
      },
    },
  );
  const screen = await render(BringIn, {});
  await expect.element(screen.getByRole("heading", { name: "What is in the columns?" })).toBeVisible();
  await accessible();
  await screen.getByLabelText("What “Wann” holds").selectOptions("Date");
  await screen.getByLabelText("What “Was” holds").selectOptions("What it was");
  await screen.getByRole("button", { name: "Show the entries" }).click();
  await expect.element(screen.getByRole("button", { name: "Bring in 2 entries" })).toBeVisible();
  expect(requests("map_import")[0]?.mapping.columns).toEqual(["date", "title", "unused", "unused"]);
  await screen.getByRole("button", { name: "Change the columns" }).click();
  await screen.getByRole("button", { name: "Back to the entries" }).click();
  await expect.element(screen.getByRole("button", { name: "Bring in 2 entries" })).toBeVisible();
});

test("a calendar can be looked at for other days", async () => {
  const calendar = { ...view, table: null, source: "", fileName: "college.ics", period: { from: "2025-02-01", to: "2026-03-12" } };
  const { requests, wait } = world(calendar, {
    set_import_period: ({ period }) => {
      wait({ ...calendar, period, proposals: [...view.proposals, proposal(99)] });
      return {};
    },
  });
  const screen = await render(BringIn, {});
  await expect.element(screen.getByRole("group", { name: "Days to look at" })).toBeVisible();
  await accessible();
  await screen.getByLabelText("Month").last().fill("5");
  await screen.getByRole("button", { name: "Look at these days" }).click();
  await expect.element(screen.getByRole("button", { name: "Bring in 3 entries" })).toBeVisible();
  expect(requests("set_import_period")[0]?.period).toEqual({ from: "2025-02-01", to: "2026-05-12" });
});

test("what is agreed to is brought in, and the message takes it back", async () => {
  const { requests } = world(view);
  const screen = await render(BringIn, {});
  const messages = await render(ToastRegion);
  await screen.getByRole("button", { name: "Bring in 2 entries" }).click();
  await expect.poll(() => router.current).toEqual({ room: "activities" });
  expect(requests("accept_import")[0]).toEqual({
    id: "i1",
    entries: [
      { index: 0, category: null, claim: false },
      { index: 1, category: null, claim: false },
    ],
  });
  await expect.element(messages.getByText("Brought in 2 entries")).toBeVisible();
  await messages.getByRole("button", { name: "Undo" }).click();
  await expect.element(messages.getByText("Taken back: the import")).toBeVisible();
  expect(requests("undo")).toHaveLength(1);
});

test("the message takes back nothing else than the import", async () => {
  const { requests } = world(view, {
    portfolio_status: () => ({ ...status, undo: "Added the activity “Lecture”" }),
  });
  const screen = await render(BringIn, {});
  const messages = await render(ToastRegion);
  await screen.getByRole("button", { name: "Bring in 2 entries" }).click();
  await messages.getByRole("button", { name: "Undo" }).click();
  await expect.element(messages.getByText(/Something else was changed since/)).toBeVisible();
  expect(requests("undo")).toHaveLength(0);
});

test("events of a calendar are named by their lines", async () => {
  const problem = { row: 27, column: "", reason: "“Tick”: It repeats more often than can be listed." };
  world({ ...view, table: null, period: { from: "2026-01-01", to: "2026-03-12" }, problems: [problem], problemCount: 1 });
  const screen = await render(BringIn, {});
  await screen.getByText("1 event cannot be brought in").click();
  await expect.element(screen.getByRole("columnheader", { name: "Line" })).toBeVisible();
  await expect.element(screen.getByText("The same as the event on line 2")).toBeVisible();
});

test("a file can be left, and what was decided stays while it is only looked at again", async () => {
  world(view, { choose_import: () => null });
  const screen = await render(BringIn, {});
  await screen.getByRole("checkbox", { name: /Night shift/ }).click();
  await screen.getByRole("button", { name: "Choose another file" }).click();
  await expect.element(screen.getByRole("button", { name: "Bring in 1 entry" })).toBeVisible();
  await screen.getByRole("button", { name: "Leave it" }).click();
  await expect.element(screen.getByRole("button", { name: "Choose a file" })).toBeVisible();
});
