import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import type { Measured, SaveActivity, Timer, TimerView } from "../../backend/contract";
import type { Handlers } from "../../backend/memory";
import { drafts } from "../../state/draft.svelte";
import { turnTimer } from "../../state/timer";
import { settled } from "../../testing/accessible";
import { accessible } from "../../testing/rooms";
import { row } from "./testing/samples";
import { asked, TODAY, world } from "./testing/world";
import TimerBar from "./TimerBar.svelte";

const root = document.documentElement;
afterEach(async () => {
  await drafts.flush();
  root.removeAttribute("data-theme");
  await page.viewport(1280, 800);
});

const clear: Measured = {
  startedAt: "09:15:00",
  endedAt: "11:15:00",
  minutes: 120,
  ran: 120,
  doubt: null,
};

function started(minutesAgo: number): Timer {
  const at = new Date(Date.now() - minutesAgo * 60_000).toISOString().replace("Z", "+00:00");
  return { title: "", on: TODAY, started: at, stopped: null };
}

/** A program with a timer that can be started, stopped and looked at. */
function timed(first: TimerView, measured: Measured = clear, more: Handlers = {}) {
  let now = first;
  const is = (timer: Timer | null): TimerView => {
    now = { timer, measured: timer?.stopped ? measured : null };
    return now;
  };
  return world({
    timer: () => now,
    start_timer: ({ title }) => is({ ...started(0), title }),
    name_timer: ({ title }) => {
      if (now.timer) is({ ...now.timer, title });
      return { savedAt: "2026-11-19T12:00:00Z" };
    },
    stop_timer: () => is(now.timer && { ...now.timer, stopped: "2026-11-19T11:15:00+00:00" }),
    resume_timer: () => is(now.timer && { ...now.timer, stopped: null }),
    log_timer: ({ id: _, ...entry }: SaveActivity) => {
      is(null);
      return row(entry);
    },
    discard_timer: () => {
      is(null);
      return {};
    },
    ...more,
  });
}

const none: TimerView = { timer: null, measured: null };

test("a timer is started without a name, named while it runs, and stopped with Enter", async () => {
  const backend = timed(none);
  const screen = await render(TimerBar, {});
  await screen.getByRole("button", { name: "Start the timer" }).click();
  const what = screen.getByRole("textbox", { name: /What are you doing/ });
  await what.fill("Library");
  await accessible();
  await what.click();
  await userEvent.keyboard("{Enter}");
  await expect.element(screen.getByRole("heading", { name: "The timer is stopped" })).toBeVisible();
  await expect
    .element(screen.getByRole("textbox", { name: "What did you do?" }))
    .toHaveValue("Library");
  expect(asked(backend, "name_timer").at(-1)).toEqual({ title: "Library" });
  expect(asked(backend, "log_timer")).toEqual([]);
});

test("a timer found running says since when and for how long", async () => {
  timed({ timer: started(75), measured: null });
  const screen = await render(TimerBar, {});
  await expect.element(screen.getByRole("timer")).toHaveTextContent(/Running since \d\d:\d\d, 1 h 15/);
});

test("the length is looked at and logged with its times; learning time starts empty", async () => {
  const backend = timed({
    timer: { ...started(130), title: "Library", stopped: "2026-11-19T11:15:00+00:00" },
    measured: clear,
  });
  const screen = await render(TimerBar, {});
  await expect.element(screen.getByText(/09:15–11:15/)).toBeVisible();
  await expect.element(screen.getByRole("textbox", { name: "How long did it take?" })).toHaveValue("2 h");
  const learning = screen.getByRole("textbox", { name: /learning off the job/ });
  await expect.element(learning).toHaveValue("");
  await accessible();
  await learning.fill("1h30");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => asked(backend, "log_timer")).toMatchObject([
    {
      title: "Library",
      doneOn: TODAY,
      startedAt: "09:15:00",
      endedAt: "11:15:00",
      duration: 120,
      offTheJob: 90,
    },
  ]);
  await expect.element(screen.getByRole("button", { name: "Start the timer" })).toBeVisible();
});

test("a length that is said instead has no times", async () => {
  const backend = timed({
    timer: { ...started(130), title: "Library", stopped: "2026-11-19T11:15:00+00:00" },
    measured: clear,
  });
  const screen = await render(TimerBar, {});
  await screen.getByRole("textbox", { name: "How long did it take?" }).fill("1h30");
  await screen.getByRole("button", { name: "Log it" }).click();
  await expect.poll(() => asked(backend, "log_timer")).toMatchObject([
    { duration: 90, startedAt: null, endedAt: null },
  ]);
});

test("a timer left running over night is said so, and no length is taken for granted", async () => {
  const overNight: Measured = { ...clear, minutes: null, ran: 840, doubt: "over_night" };
  const backend = timed(
    { timer: { ...started(840), title: "Ward", stopped: "2026-11-19T11:15:00+00:00" }, measured: overNight },
    overNight,
  );
  const screen = await render(TimerBar, {});
  await expect.element(screen.getByText(/ran over night/)).toBeVisible();
  await expect.element(screen.getByText(/It shows 14 h/)).toBeVisible();
  await expect.element(screen.getByRole("textbox", { name: "How long did it take?" })).toHaveValue("");
  await screen.getByRole("button", { name: "Log it" }).click();
  await expect.element(screen.getByRole("link", { name: /Say how long it took/ })).toBeVisible();
  expect(asked(backend, "log_timer")).toEqual([]);
  await accessible();
});

test("a clock that was set back gives no length, not even a shown one", async () => {
  const setBack: Measured = {
    startedAt: null,
    endedAt: null,
    minutes: null,
    ran: 0,
    doubt: "clock_set_back",
  };
  timed({ timer: { ...started(0), stopped: "2026-11-19T08:15:00+00:00" }, measured: setBack }, setBack);
  const screen = await render(TimerBar, {});
  await expect.element(screen.getByText(/was set back/)).toBeVisible();
  await expect.element(screen.getByText(/It shows/)).not.toBeInTheDocument();
});

test("a timer stopped by mistake runs on, and one nobody wants is given up", async () => {
  const backend = timed({
    timer: { ...started(5), stopped: "2026-11-19T11:15:00+00:00" },
    measured: clear,
  });
  const screen = await render(TimerBar, {});
  await screen.getByRole("button", { name: "Keep it running" }).click();
  await screen.getByRole("button", { name: "Stop the timer" }).click();
  await screen.getByRole("button", { name: "Give it up" }).click();
  await expect.element(screen.getByRole("button", { name: "Start the timer" })).toBeVisible();
  expect(asked(backend, "discard_timer")).toHaveLength(1);
  expect(asked(backend, "log_timer")).toEqual([]);
});

test("the palette's word turns the timer on and off, and leaves one that waits alone", async () => {
  const backend = timed(none);
  await turnTimer();
  await turnTimer();
  await turnTimer();
  expect(backend.calls.map(({ name }) => name).filter((name) => name !== "timer")).toEqual([
    "start_timer",
    "stop_timer",
  ]);
});

test("the form fits a narrow window", async () => {
  timed({ timer: { ...started(5), stopped: "2026-11-19T11:15:00+00:00" }, measured: clear });
  await page.viewport(800, 600);
  const screen = await render(TimerBar, {});
  await expect.element(screen.getByRole("heading", { name: "The timer is stopped" })).toBeVisible();
  await settled();
  expect(root.scrollWidth).toBeLessThanOrEqual(root.clientWidth);
});
