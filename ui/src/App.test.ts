import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import App from "./App.svelte";
import { installBackend } from "./backend";
import type { Commands, PortfolioStatus } from "./backend/contract";
import { memoryBackend, memoryHost, type Handlers } from "./backend/memory";
import { Draft, drafts } from "./state/draft.svelte";
import { resetQueries } from "./state/query.svelte";
import { router } from "./state/router.svelte";
import { usualSettings } from "./state/settings.svelte";
import { settled, violations } from "./testing/accessible";

const portfolio: PortfolioStatus = {
  name: "My portfolio",
  folder: "Documents",
  uid: "a",
  learner: "",
  today: "2026-11-23",
  isSample: false,
  counts: { reflections: 31, drafts: 2, activities: 80, theory: 12, bin: 0 },
  changedAt: null,
  undo: "",
  notice: "",
  recent: [],
};

/** Starts the window with a portfolio whose bin is on screen: the plainest room there is. */
async function started(more: Handlers = {}) {
  const backend = memoryBackend({
    open_default: () => portfolio,
    portfolio_status: () => portfolio,
    settings: () => usualSettings,
    save_settings: (settings) => settings,
    window_ready: () => ({}),
    keep_open: () => ({}),
    close_window: () => ({}),
    list_bin: () => ({ items: [] }),
    ...more,
  });
  const host = memoryHost();
  installBackend(backend, host);
  resetQueries();
  router.go({ room: "bin" });
  const screen = await render(App);
  const called = (name: keyof Commands): number =>
    backend.calls.filter((call) => call.name === name).length;
  await expect.poll(() => called("window_ready")).toBe(1);
  return { backend, host, screen, called };
}

beforeEach(() => {
  localStorage.clear();
});

afterEach(async () => {
  await drafts.flush();
  resetQueries();
});

test("the portfolio opens, and the window is shown with its first screen in it", async () => {
  const { screen } = await started();
  await expect.element(screen.getByRole("link", { name: "Bin" })).toHaveAttribute("aria-current", "page");
  await expect.element(screen.getByRole("link", { name: "Reflections 31" })).toBeVisible();
  await expect.element(screen.getByRole("heading", { level: 1, name: "Bin" })).toBeVisible();
  await expect.poll(() => document.title).toBe("Bin · Aftershift");
  expect(await violations()).toEqual([]);
});

test("a portfolio that cannot be opened says why and offers two ways on", async () => {
  let works = false;
  const { screen } = await started({
    open_default: () => Promise.reject({ code: "locked", path: "/home/a/b.aftershift" }),
    open_portfolio: () => {
      works = true;
      return portfolio;
    },
  });
  await expect.element(screen.getByText(/is open somewhere else. Close it there first/)).toBeVisible();
  expect(await violations()).toEqual([]);
  await screen.getByRole("button", { name: "Open another portfolio" }).click();
  expect(works).toBe(true);
  await expect.element(screen.getByRole("navigation", { name: "Rooms" })).toBeVisible();
});

test("Ctrl+K finds every action; choosing one does it", async () => {
  const { screen } = await started();
  await userEvent.keyboard("{Control>}k{/Control}");
  await expect.element(screen.getByRole("dialog")).toBeVisible();
  await userEvent.keyboard("dark theme{Enter}");
  await expect.poll(() => document.documentElement.dataset["theme"]).toBe("dark");
  await userEvent.keyboard("{Control>}k{/Control}");
  await userEvent.keyboard("follow the system{Enter}");
  await expect.poll(() => document.documentElement.dataset["theme"]).toBe("system");
});

test("the native menu does what the palette does", async () => {
  const undo = vi.fn(() => ({ what: "the last link", next: "" }));
  const { host, screen } = await started({ undo });
  host.say("menu", "undo");
  await expect.element(screen.getByText("Taken back: the last link")).toBeVisible();
  expect(undo).toHaveBeenCalledTimes(1);
});

test("a key that arrives through the page and the native menu counts once", async () => {
  const { host, screen } = await started();
  await userEvent.keyboard("{Control>}k{/Control}");
  host.say("menu", "palette");
  await expect.element(screen.getByRole("dialog")).toBeVisible();
});

test("closing waits until everything is kept", async () => {
  const save = vi.fn(() => Promise.resolve());
  const { host, called } = await started();
  const draft = new Draft({ initial: "", save });
  draft.value = "last words";
  host.say("closing", undefined);
  await expect.poll(() => called("close_window")).toBe(1);
  expect(save).toHaveBeenCalledWith("last words");
  await draft.dispose();
});

test("words that cannot be kept hold the window open and say so", async () => {
  let works = false;
  const { host, screen, called } = await started();
  const draft = new Draft({
    initial: "",
    save: () => (works ? Promise.resolve() : Promise.reject({ code: "diskFull" })),
  });
  draft.value = "last words";
  host.say("closing", undefined);
  await expect
    .element(screen.getByRole("dialog", { name: "Your last words are not saved" }))
    .toBeVisible();
  expect(called("keep_open")).toBe(1);
  expect(called("close_window")).toBe(0);
  works = true;
  await screen.getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => called("close_window")).toBe(1);
  await draft.dispose();
});

test("a room that breaks leaves the rest of the window standing", async () => {
  const { screen } = await started({
    list_bin: () => null as unknown as Commands["list_bin"]["response"],
    today: () => ({ today: 7 }) as unknown as Commands["today"]["response"],
  });
  router.go({ room: "today" });
  await expect
    .element(screen.getByRole("heading", { name: "This room could not be shown" }))
    .toBeVisible();
  await expect.element(screen.getByRole("navigation", { name: "Rooms" })).toBeVisible();
});

const nothingYet = {
  today: "2026-11-23",
  week: "",
  capture: "",
  next: [],
  drafts: [],
  hours: { totals: { claimed: 0, confirmed: 0, excluded: 0 }, thisWeek: 0, progress: null },
} as unknown as Commands["today"]["response"];

/** Starts the window as the program does: in the Today room. */
async function startedInToday(more: Handlers = {}) {
  let stored = "";
  const backend = memoryBackend({
    open_default: () => portfolio,
    portfolio_status: () => portfolio,
    settings: () => usualSettings,
    window_ready: () => ({}),
    list_bin: () => ({ items: [] }),
    today: () => ({ ...nothingYet, capture: stored }),
    save_capture: ({ text: typed }) => {
      stored = typed;
      return { savedAt: "2026-11-23T14:03:00Z" };
    },
    ...more,
  });
  installBackend(backend, memoryHost());
  resetQueries();
  router.go({ room: "today" });
  const screen = await render(App);
  const box = screen.getByRole("textbox", { name: "What happened on shift?" });
  return { backend, screen, box, kept: () => stored };
}

test("the window is shown with the keyboard in the capture box, and the first key lands there", async () => {
  let shownWith: Element | null = null;
  let answer = (): void => undefined;
  const { backend, screen, box, kept } = await startedInToday({
    // The room's figures are late; the window does not wait for them.
    today: () => new Promise((resolve) => (answer = () => resolve(nothingYet))),
    window_ready: () => {
      shownWith = document.activeElement;
      return {};
    },
  });
  await expect.poll(() => shownWith?.id).toBe("capture");
  await userEvent.keyboard("A");
  // Which portfolio it is becomes known by another answer, too: that must not begin the room anew.
  backend.announce(["portfolio"]);
  await userEvent.keyboard(" fa");
  answer();
  await expect.element(screen.getByRole("heading", { name: "Worth doing next" })).toBeVisible();
  await userEvent.keyboard("ll");
  await expect.element(box).toHaveValue("A fall");
  await expect.element(box).toHaveFocus();
  await drafts.flush();
  expect(kept()).toBe("A fall");
});

test("a room that is asked for by name has the keyboard where typing goes on", async () => {
  const { box, screen } = await startedInToday();
  await expect.element(box).toHaveFocus();
  await userEvent.keyboard("{Control>},{/Control}");
  router.go({ room: "bin" });
  await expect.element(screen.getByRole("heading", { level: 1, name: "Bin" })).toBeVisible();
  await userEvent.keyboard("{Control>}1{/Control}");
  await expect.element(box).toHaveFocus();

  // From the palette that was opened with a button which is still there.
  router.go({ room: "bin" });
  await expect.element(screen.getByRole("heading", { level: 1, name: "Bin" })).toBeVisible();
  await screen.getByRole("button", { name: /^All actions/ }).click();
  await userEvent.keyboard("go to today{Enter}");
  await expect.element(box).toHaveFocus();
  await settled();
  await expect.element(box).toHaveFocus();

  // In the room already.
  (screen.getByRole("link", { name: "Hours" }).element() as HTMLElement).focus();
  await userEvent.keyboard("{Control>}1{/Control}");
  await expect.element(box).toHaveFocus();
});

test("a room that is reached by its link begins at its top", async () => {
  const { box, screen } = await startedInToday();
  await expect.element(box).toHaveFocus();
  const bin = screen.getByRole("link", { name: "Bin" });
  (bin.element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(screen.getByRole("heading", { level: 1, name: "Bin" })).toBeVisible();
  await expect.poll(() => document.activeElement?.id).toBe("page");
  (screen.getByRole("link", { name: "Today" }).element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(box).toBeVisible();
  await expect.poll(() => document.activeElement?.id).toBe("page");
});

test("what is taken back finds everything that was typed in the portfolio", async () => {
  const order: string[] = [];
  const { host, screen } = await started({
    undo: () => (order.push("undo"), { what: "another link", next: "" }),
  });
  const draft = new Draft({ initial: "", save: () => Promise.resolve(order.push("kept")) });
  draft.value = "last words";
  host.say("menu", "undo");
  await expect.element(screen.getByText("Taken back: another link")).toBeVisible();
  expect(order).toEqual(["kept", "undo"]);
  await draft.dispose();
});

test("another portfolio opened from outside shows its own first room", async () => {
  const save = vi.fn(() => Promise.resolve());
  const order: string[] = [];
  const { host, backend } = await started({
    today: () => Promise.reject({ code: "nothingOpen" }),
  });
  const draft = new Draft({ initial: "", save: () => (order.push("kept"), save()) });
  draft.value = "last words";
  backend.answer({ open_default: () => (order.push("opened"), { ...portfolio, uid: "b" }) });
  host.say("asked", undefined);
  await expect.poll(() => router.current).toEqual({ room: "today" });
  expect(order, "what was typed belongs to the portfolio that was open").toEqual(["kept", "opened"]);
  await draft.dispose();
});

test("a timesheet that was dropped is there to be looked through", async () => {
  const { host, screen } = await started({ pending_import: () => null });
  host.say("imported", undefined);
  await expect.poll(() => router.current).toEqual({ room: "activities", id: "bring-in" });
  await expect
    .element(screen.getByRole("heading", { level: 1, name: "Bring in a timesheet or calendar" }))
    .toBeVisible();
});

test("what fails in the background is said, and nothing else stops", async () => {
  const { host, screen } = await started();
  host.say("failed", { code: "cannotKeepFile", reason: "It is larger than 25 MB." });
  await expect.element(screen.getByText("The file was not kept. It is larger than 25 MB.")).toBeVisible();
});
