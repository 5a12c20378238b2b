import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import App from "./App.svelte";
import { installBackend } from "./backend";
import type { Commands, PortfolioStatus, Rescue } from "./backend/contract";
import { memoryBackend, memoryHost, type Handlers } from "./backend/memory";
import { Draft, drafts } from "./state/draft.svelte";
import { resetQueries } from "./state/query.svelte";
import { rescuing } from "./state/rescuing.svelte";
import { router } from "./state/router.svelte";
import { settings, usualSettings } from "./state/settings.svelte";
import { toasts } from "./state/toast.svelte";
import { settled, violations } from "./testing/accessible";
import { row, version, week } from "./views/activities/testing/samples";

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
  rescuing.leave();
  for (const { id } of toasts.list) toasts.dismiss(id);
  if (settings.now.textSize !== 100) await settings.set({ textSize: 100 });
  await page.viewport(1280, 800);
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

const rescue: Rescue = {
  name: "My portfolio",
  folder: "/home/a",
  copies: [
    { id: "c3", madeAt: "2026-11-22T08:00:00Z", bytes: 2_400_000, reason: "daily", learner: "", holds: null },
    {
      id: "c2",
      madeAt: "2026-11-21T08:00:00Z",
      bytes: 2_300_000,
      reason: "daily",
      learner: "Amara Okafor",
      holds: { reflections: 31, drafts: 2, activities: 80, theory: 1, bin: 3 },
    },
  ],
};

test("a portfolio too damaged to open is brought back from the latest copy that can be read", async () => {
  const asked: unknown[] = [];
  const { screen } = await started({
    open_default: () => Promise.reject({ code: "damaged", what: ["database disk image is malformed"] }),
    rescue: () => rescue,
    rescue_portfolio: (request) => {
      asked.push(request);
      return { ...portfolio, notice: "Restored. The damaged file is kept." };
    },
    today: () => Promise.reject({ code: "nothingOpen" }),
  });
  await expect.element(screen.getByRole("heading", { name: "“My portfolio” could not be opened" })).toHaveFocus();
  await expect.element(screen.getByText(/Nothing in the file has been changed/)).toBeVisible();
  await expect.element(screen.getByText("Amara Okafor: 31 reflections, 80 activities, 1 work of theory")).toBeVisible();
  await expect.element(screen.getByText("This copy cannot be read either.")).toBeVisible();
  await expect.element(screen.getByText("Daily · 2.3 MB")).toBeVisible();
  expect(screen.getByRole("button", { name: /^Restore the copy of/ }).elements()).toHaveLength(1);
  expect(await violations()).toEqual([]);
  await screen.getByRole("button", { name: "Restore the latest copy" }).click();
  expect(asked).toEqual([{ id: "c2" }]);
  await expect.element(screen.getByRole("navigation", { name: "Rooms" })).toBeVisible();
  await expect.element(screen.getByText("Restored. The damaged file is kept.")).toBeVisible();
});

test("a copy that cannot be restored says why, and the others are still there", async () => {
  const { screen } = await started({
    open_default: () => Promise.reject({ code: "notAPortfolio", path: "/home/a/My portfolio.aftershift" }),
    rescue: () => rescue,
    rescue_portfolio: () => Promise.reject({ code: "diskFull" }),
  });
  await screen.getByRole("button", { name: /^Restore the copy of/ }).click();
  await expect.element(screen.getByText(/^The disk is full/)).toBeVisible();
  await expect.element(screen.getByRole("button", { name: "Restore the latest copy" })).toBeVisible();
});

test("without a copy it says what else can be done", async () => {
  const { screen } = await started({
    open_default: () => Promise.reject({ code: "damaged", what: [] }),
    rescue: () => ({ ...rescue, copies: [] }),
  });
  await expect.element(screen.getByText(/No verified copy of it was found/)).toBeVisible();
  await expect.element(screen.getByRole("button", { name: "Open another portfolio" })).toBeVisible();
  await expect.element(screen.getByRole("button", { name: "Make a new portfolio" })).toBeVisible();
  expect(await violations()).toEqual([]);
});

test("while a portfolio is open, one that is damaged leads back to it", async () => {
  const { screen } = await started({
    open_portfolio: () => Promise.reject({ code: "damaged", what: [] }),
    rescue: () => ({ ...rescue, name: "Other" }),
  });
  await userEvent.keyboard("{Control>}o{/Control}");
  await expect.element(screen.getByRole("heading", { name: "“Other” could not be opened" })).toBeVisible();
  await screen.getByRole("button", { name: "Back to “My portfolio”" }).click();
  await expect.element(screen.getByRole("heading", { level: 1, name: "Bin" })).toBeVisible();
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

test("the timer is turned on from anywhere, and seen where it is", async () => {
  const timer = { title: "", on: "2026-11-23", started: "2026-11-23T09:00:00+00:00", stopped: null };
  const { screen, called } = await started({
    timer: () => ({ timer: called("start_timer") > 0 ? timer : null, measured: null }),
    start_timer: () => ({ timer, measured: null }),
    due_entries: () => ({ entries: [], total: 0 }),
    propose_week: () => ({ firstDay: "2026-11-23", proposals: [] }),
    week: () => Promise.reject({ code: "nothingOpen" }),
  });
  await userEvent.keyboard("{Control>}k{/Control}");
  await userEvent.keyboard("start or stop the timer{Enter}");
  await expect.element(screen.getByRole("button", { name: "Stop the timer" })).toBeVisible();
  expect(called("start_timer")).toBe(1);
});

test.each([
  [1280, 800],
  [800, 600],
])("the log shows at once where to log and what the week holds: %d by %d", async (width, height) => {
  await page.viewport(width, height);
  const content = version().content;
  const { screen } = await started({
    timer: () => ({ timer: null, measured: null }),
    due_entries: () => ({
      entries: ["2026-11-17", "2026-11-10"].map((dueOn) => ({ recurrenceId: "r1", dueOn, content })),
      total: 2,
    }),
    propose_week: () => ({ firstDay: "2026-11-16", proposals: [] }),
    confirmers: () => ({ people: [] }),
    week: () => week([row({ title: "Lecture" })], { byTag: [{ tag: "theory_hours", time: 120, confirmed: 0, entries: 1 }] }),
  });
  router.go({ room: "activities" });
  const line = screen.getByRole("heading", { name: /^Mon 16 Nov to/ });
  await expect.element(line).toBeVisible();
  await settled();
  const end = (element: Element): number => element.getBoundingClientRect().bottom;
  expect(end(screen.getByRole("button", { name: "Log it" }).first().element())).toBeLessThan(height);
  expect(end(line.element()), "the week begins").toBeLessThan(height);
  if (height >= 800) expect(end(screen.getByRole("row").nth(2).element()), "its first days are there").toBeLessThan(height);
  expect(controls("main").filter((one) => one.matches(".primary")).map(saidOf), "one thing to do first").toHaveLength(1);
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
  hours: { totals: { claimed: 0, confirmed: 0, excluded: 0, disputed: 0, toCome: 0 }, thisWeek: 0, progress: null },
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
  const answered = new Promise<typeof nothingYet>((resolve) => (answer = () => resolve(nothingYet)));
  const { backend, screen, box, kept } = await startedInToday({
    // The room's figures are late; the window does not wait for them. The first words ask for them as well.
    today: () => answered,
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

test("the form for an activity has the keyboard in its first box, and what was typed on the way is in it", async () => {
  let answer = (): void => undefined;
  const { backend, box, screen, kept } = await startedInToday({
    check_entry: () => ({ verdict: null, remarks: [], problems: [] }),
    list_evidence: () => ({ files: [] }),
    // What was left in the form is told late: the form is not there before.
    unfinished: () => new Promise((resolve) => (answer = () => resolve(null))),
  });
  await expect.element(box).toHaveFocus();
  await userEvent.keyboard("A fall{Control>}l{/Control}Lect");
  const title = screen.getByRole("textbox", { name: "What did you do?" });
  await expect.poll(() => backend.calls.some((call) => call.name === "unfinished")).toBe(true);
  await userEvent.keyboard("ur");
  answer();
  await expect.element(title).toHaveFocus();
  await userEvent.keyboard("e");
  await expect.element(title).toHaveValue("Lecture");
  await drafts.flush();
  expect(kept(), "nothing of it went into the box that was left").toBe("A fall");

  // In the form already: from any other box of it.
  (screen.getByRole("combobox", { name: "Kind of activity" }).element() as HTMLElement).focus();
  await userEvent.keyboard("{Control>}l{/Control} on wounds");
  await expect.element(title).toHaveValue("Lecture on wounds");
});

test.each(["palette", "menu", "link"])("the form for an activity has the keyboard, opened by %s", async (how) => {
  const { host, screen } = await started({
    check_entry: () => ({ verdict: null, remarks: [], problems: [] }),
    list_evidence: () => ({ files: [] }),
    unfinished: () => null,
  });
  if (how === "palette") {
    await screen.getByRole("button", { name: /^All actions/ }).click();
    await userEvent.keyboard("log an activity{Enter}");
  } else if (how === "menu") {
    host.say("menu", "log-activity");
  } else {
    router.go({ room: "activities", id: "new" });
  }
  const title = screen.getByRole("textbox", { name: "What did you do?" });
  await expect.element(title).toHaveFocus();
  await settled();
  await expect.element(title).toHaveFocus();
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

test("what was taken back is done again from the menu and by its keys, but not from within a text", async () => {
  const redo = vi.fn(() => ({ what: "the last link", next: "" }));
  const undo = vi.fn(() => ({ what: "the last link", next: "" }));
  const { host, screen } = await started({ redo, undo });
  host.say("menu", "redo");
  await expect.element(screen.getByText("Done again: the last link")).toBeVisible();
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard("{Control>}{Shift>}Z{/Shift}{/Control}");
  await expect.poll(() => redo.mock.calls.length).toBe(2);
  await userEvent.keyboard("{Control>}y{/Control}");
  await expect.poll(() => redo.mock.calls.length).toBe(3);
  const box = document.createElement("textarea");
  document.body.append(box);
  box.focus();
  await userEvent.keyboard("{Control>}y{/Control}{Control>}z{/Control}");
  box.remove();
  expect([redo.mock.calls.length, undo.mock.calls.length]).toEqual([3, 0]);
});

test("the message that offered to take something back goes once Ctrl+Z has", async () => {
  const { screen } = await started({
    portfolio_status: () => ({ ...portfolio, undo: "Moved “A” to the bin" }),
    undo: () => ({ what: "Moved “A” to the bin", next: "" }),
  });
  toasts.show("Moved “A” to the bin", { action: { label: "Undo", run: () => undefined } });
  await expect.element(screen.getByRole("button", { name: "Undo" })).toBeVisible();
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard("{Control>}z{/Control}");
  await expect.element(screen.getByText("Taken back: Moved “A” to the bin")).toBeVisible();
  await expect.element(screen.getByRole("button", { name: "Undo" })).not.toBeInTheDocument();
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

test("a citation file that was dropped is there to be looked through", async () => {
  const { host, screen } = await started({ pending_library: () => null });
  host.say("cited", undefined);
  await expect.poll(() => router.current).toEqual({ room: "theory", id: "bring-in" });
  await expect
    .element(screen.getByRole("heading", { level: 1, name: "Bring in a citation file" }))
    .toBeVisible();
});

test("a citation style that was dropped is shown where it is chosen", async () => {
  const { host, screen } = await started({ citation_styles: () => ({ chosen: "harvard", offers: [] }) });
  host.say("styled", undefined);
  await expect.poll(() => router.current).toEqual({ room: "settings", section: "citations" });
  await expect
    .element(screen.getByRole("heading", { level: 2, name: "How works are cited" }))
    .toBeVisible();
});

test("what fails in the background is said, and nothing else stops", async () => {
  const { host, screen } = await started();
  host.say("failed", { code: "cannotKeepFile", reason: "It is larger than 25 MB." });
  await expect.element(screen.getByText("The file was not kept. It is larger than 25 MB.")).toBeVisible();
});

/** What can be used in a part of the window, as far as it can be seen at all. */
const controls = (within: string): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(`${within} :is(a[href], button, input, select, textarea, summary)`)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => !element.closest(".toasts") && !element.matches(".skip, .unseen"));

/** Where an element can be seen: the list of rooms scrolls in itself. */
function inSight(element: HTMLElement): { left: number; right: number; top: number; bottom: number } {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const list = element.closest<HTMLElement>(".shell-nav");
  if (!list) return { left, right, top, bottom };
  const start = list.getBoundingClientRect().top;
  return { left, right, top: Math.max(top, start), bottom: Math.min(bottom, start + list.clientHeight) };
}

/** Whether a message stands on an element. */
function covered(element: HTMLElement): boolean {
  const one = inSight(element);
  if (one.top >= one.bottom) return false;
  return [...document.querySelectorAll(".toast")].some((toast) => {
    const other = toast.getBoundingClientRect();
    return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
  });
}

/** Whether an element stays where it is when the page is scrolled: in a window of few lines none does. */
const sticks = (element: Element | null, edge: "top" | "bottom"): boolean =>
  element !== null && getComputedStyle(element)[edge] === "0px";

/** Whether two controls can be seen together between what sticks to the window and a message. */
function fits(one: HTMLElement, other: HTMLElement): boolean {
  const list = document.querySelector(".shell-nav");
  const bar = document.querySelector("form .bar");
  const height = (element: Element | null): number => element?.getBoundingClientRect().height ?? 0;
  const folded = sticks(list, "top") && list?.getBoundingClientRect().width === innerWidth ? height(list) : 0;
  const foot = !other.closest(".bar") && sticks(bar, "bottom") ? height(bar) : 0;
  const apart = other.getBoundingClientRect().bottom - one.getBoundingClientRect().top;
  return apart < innerHeight - folded - height(document.querySelector(".toasts")) - foot - 48;
}

/** Whether all of an element can be seen: in the window, under nothing that sticks to it, and under no message. */
function clear(element: HTMLElement): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const over = [...document.querySelectorAll(".toast, .shell-nav, form .bar")].filter((one) => !one.contains(element));
  return (
    top >= -1 &&
    bottom <= innerHeight + 1 &&
    !over.some((one) => {
      const other = one.getBoundingClientRect();
      return left < other.right && right > other.left && top < other.bottom && bottom > other.top;
    })
  );
}

const saidOf = (element: HTMLElement): string => element.textContent || element.id || element.tagName;

test.each([
  [1280, 800, 100],
  [800, 600, 100],
  [1280, 800, 200],
  [800, 600, 200],
])("messages leave clear what is in use and what comes next: %d by %d at %d per cent", async (width, height, size) => {
  await page.viewport(width, height);
  await started({
    preview_theory: () => ({ reference: [], doubts: [] }),
  });
  await settings.set({ textSize: size });
  router.go({ room: "theory", id: "new" });
  await expect.poll(() => controls("form").length).toBeGreaterThan(6);
  toasts.show("Moved “A score of seven, and who it belongs to” to the bin", {
    action: { label: "Undo", run: () => undefined },
    seconds: 3600,
  });
  await settled();
  const form = controls("form");
  for (const [place, element] of form.entries()) {
    element.focus();
    await settled();
    if (element.getBoundingClientRect().height < innerHeight / 2) {
      expect(fits(element, element), `there is room for all of ${saidOf(element)}`).toBe(true);
    }
    expect(clear(element), `all of ${saidOf(element)} can be seen while it has the keyboard`).toBe(true);
    expect(controls("form .bar").filter(covered).map(saidOf), "no message lies on the bar").toEqual([]);
    const next = form[place + 1];
    // At large text two controls may be further apart than the window is high.
    if (next && fits(element, next)) expect(covered(next), `${saidOf(next)} comes next`).toBe(false);
  }
  const narrow = getComputedStyle(document.querySelector(".fold") ?? document.body).display !== "none";
  if (!narrow) expect(controls("body").filter(covered).map(saidOf), "there is room beside the page").toEqual([]);
});

test.each([
  [1280, 800, 100],
  [800, 600, 200],
])("a bar at the foot that grows by a line keeps messages off itself: %d by %d at %d per cent", async (width, height, size) => {
  await page.viewport(width, height);
  const { screen } = await started({ preview_theory: () => ({ reference: [], doubts: [] }) });
  await settings.set({ textSize: size });
  router.go({ room: "theory", id: "new" });
  const title = screen.getByRole("textbox", { name: "Title", exact: true });
  await expect.element(title).toBeVisible();
  toasts.show("Moved to the bin", { seconds: 3600 });
  const bar = (): HTMLElement[] => controls("form .bar");
  await expect.poll(() => bar().length).toBe(2);
  await userEvent.fill(title, "From novice to expert");
  await expect.poll(() => bar().map((button) => saidOf(button).trim())).toEqual(["Keep work", "Finish later", "Discard what you typed"]);
  for (const where of [0, document.documentElement.scrollHeight / 2, document.documentElement.scrollHeight]) {
    scrollTo(0, where);
    await settled();
    expect(bar().filter(covered).map(saidOf), `scrolled to ${where}`).toEqual([]);
    // In a window of few lines the boxes need the room, and the bar is at the end of the form.
    const inSightAlways = size === 100 || where === document.documentElement.scrollHeight;
    const shown = bar().every((button) => button.getBoundingClientRect().bottom <= innerHeight);
    if (inSightAlways) expect(shown, `scrolled to ${where}`).toBe(true);
  }
});

test("in a small window what brings a thing back from the bin is there without scrolling sideways", async () => {
  await page.viewport(800, 600);
  const { screen } = await started({
    list_bin: () => ({
      items: [
        { kind: "reflection", id: "r1", title: "Evening webinar: shift work, sleep and safety", detail: "", deletedAt: "2026-11-25T14:03:00Z" },
      ],
    }),
  });
  const restore = screen.getByRole("button", { name: /^Restore/ });
  await expect.element(restore).toBeVisible();
  await settled();
  const table = restore.element().closest(".scroll");
  expect(table?.scrollWidth).toBe(table?.clientWidth);
});

test("F6 leads to the messages and back, and says so when there is none", async () => {
  const { screen } = await started();
  const find = screen.getByRole("button", { name: /All actions/ });
  (find.element() as HTMLElement).focus();
  await userEvent.keyboard("{F6}");
  await expect.element(screen.getByText("There was no message to go to")).toBeVisible();
  await userEvent.keyboard("{F6}");
  await expect.element(screen.getByRole("button", { name: "Dismiss" })).toHaveFocus();
  await userEvent.keyboard("{F6}");
  await expect.element(find).toHaveFocus();
});

/** A key as WebKitGTK brings it: the engine itself does nothing with it in a box. */
const bare = (key: string, shiftKey = false): boolean =>
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent("keydown", { key, ctrlKey: true, shiftKey, bubbles: true, cancelable: true }),
  );

test.each(["textarea", "input"])("what was typed into a %s is taken back by the key and by the menu", async (tag) => {
  const undo = vi.fn(() => ({ what: "the last link", next: "" }));
  const { host } = await started({ undo });
  const box = document.createElement(tag) as HTMLTextAreaElement;
  box.setAttribute("aria-label", "A box");
  const heard = vi.fn();
  box.addEventListener("input", () => heard(box.value));
  document.querySelector("main")?.append(box);
  box.focus();
  await userEvent.keyboard("A hard night");
  await userEvent.keyboard("{Control>}a{/Control}{Delete}");
  expect(box.value).toBe("");
  // It was saved meanwhile, and the same text was put in again.
  box.value = "";
  expect(bare("z")).toBe(false);
  expect(box.value).toBe("A hard night");
  expect(heard).toHaveBeenLastCalledWith("A hard night");
  expect(bare("Z", true)).toBe(false);
  expect(box.value).toBe("");
  host.say("menu", "undo");
  expect(box.value).toBe("A hard night");
  host.say("menu", "undo");
  expect(box.value).toBe("");
  host.say("menu", "redo");
  expect(box.value).toBe("A hard night");
  expect(undo).not.toHaveBeenCalled();
  // Where nothing was typed the menu is about the portfolio, and the key still the box's own.
  bare("z");
  bare("z");
  expect(undo).not.toHaveBeenCalled();
  host.say("menu", "undo");
  await expect.poll(() => undo.mock.calls.length).toBe(1);
  box.remove();
});

test("a box that was given another text takes nothing back into it", async () => {
  await started();
  const box = document.createElement("textarea");
  document.querySelector("main")?.append(box);
  box.focus();
  await userEvent.keyboard("Of one account");
  box.value = "Of another";
  bare("z");
  expect(box.value).toBe("Of another");
  box.remove();
});

test("the keys take back what was typed in a dialog too", async () => {
  const { screen } = await started();
  await userEvent.keyboard("{Control>}k{/Control}");
  await expect.element(screen.getByRole("combobox")).toHaveFocus();
  await userEvent.keyboard("hours");
  bare("z");
  await expect.element(screen.getByRole("combobox")).toHaveValue("");
});

test("beside a text that is being written the key bins nothing, and says what does take back", async () => {
  const undo = vi.fn(() => ({ what: "Began a reflection", next: "" }));
  const { host, screen } = await started({ undo, reflection: () => Promise.reject({ code: "nothingOpen" }) });
  router.go({ room: "reflections", id: "r1" });
  await expect.element(screen.getByRole("button", { name: "Try again" })).toBeVisible();
  screen.getByRole("button", { name: "Try again" }).element().focus();
  bare("z");
  await expect.element(screen.getByText(/takes back typing/)).toBeVisible();
  expect(undo).not.toHaveBeenCalled();
  host.say("menu", "undo");
  await expect.poll(() => undo.mock.calls.length).toBe(1);
});
