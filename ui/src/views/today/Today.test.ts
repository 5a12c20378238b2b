import "../../styles/all.css";
import { afterEach, beforeEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../backend";
import type { TodayView } from "../../backend/contract";
import { memoryBackend, type MemoryBackend } from "../../backend/memory";
import { drafts } from "../../state/draft.svelte";
import { queries, resetQueries } from "../../state/query.svelte";
import { violations } from "../../testing/accessible";
import Today from "./Today.svelte";

const view = (capture: string): TodayView =>
  ({
    today: "2026-11-23",
    week: "",
    capture,
    next: [],
    drafts: [],
    hours: { totals: { claimed: 0, confirmed: 0, excluded: 0, disputed: 0, toCome: 0 }, thisWeek: 0, progress: null },
  }) as unknown as TodayView;

let backend: MemoryBackend;
let stored: string;
/** Lets the answer to what the room shows come. */
let answer: () => void;
beforeEach(() => {
  stored = "";
  backend = memoryBackend({
    today: () => new Promise((resolve) => (answer = () => resolve(view(stored)))),
    save_capture: ({ text }) => {
      stored = text;
      return { savedAt: "2026-11-23T14:03:00Z" };
    },
  });
  installBackend(backend);
  resetQueries();
});
afterEach(async () => {
  backend.answer({ today: () => view(stored) });
  await drafts.flush();
  resetQueries();
});

const box = (screen: Awaited<ReturnType<typeof render>>) =>
  screen.getByRole("textbox", { name: "What happened on shift?" });

test("a key that is pressed before anything is known lands in the box", async () => {
  const screen = await render(Today);
  screen.component.begin();
  await expect.element(box(screen)).toHaveFocus();
  await userEvent.keyboard("A fa");
  answer();
  await expect.element(screen.getByRole("heading", { name: "Worth doing next" })).toBeVisible();
  await userEvent.keyboard("ll");
  await expect.element(box(screen)).toHaveValue("A fall");
  await expect.element(box(screen)).toHaveFocus();
  expect(await violations()).toEqual([]);
  await drafts.flush();
  expect(stored).toBe("A fall");
});

test("what was kept before stands in front of what was typed meanwhile, and is never written over", async () => {
  stored = "A quiet night.";
  const screen = await render(Today);
  await userEvent.fill(box(screen), "A");
  answer();
  await expect.element(box(screen)).toHaveValue("A quiet night.\n\nA");
  await drafts.flush();
  expect(stored).toBe("A quiet night.\n\nA");
});

test("somebody who leaves before anything is known takes nothing with them", async () => {
  stored = "A quiet night.";
  const screen = await render(Today);
  await userEvent.fill(box(screen), "A fall");
  // The room never hears; keeping asks by itself.
  backend.answer({ today: () => view(stored) });
  await screen.unmount();
  await drafts.flush();
  expect(stored).toBe("A quiet night.\n\nA fall");
});

test("while it cannot be known what stands there, nothing is written and the words stay", async () => {
  stored = "A quiet night.";
  backend.answer({ today: () => Promise.reject({ code: "diskFull" }) });
  const screen = await render(Today);
  await userEvent.fill(box(screen), "A fall");
  expect(await drafts.flush()).toBe(false);
  expect(stored).toBe("A quiet night.");
  await expect.element(box(screen)).toHaveValue("A fall");
});

test("a text that comes back when something is taken back shows, before what was typed since", async () => {
  backend.answer({ today: () => view(stored) });
  const screen = await render(Today);
  await userEvent.fill(box(screen), "Quiet");
  await drafts.flush();
  backend.answer({
    undo: () => {
      stored = "A fall.\n\nQuiet";
      return { what: "Kept the activity “A fall”", next: "" };
    },
  });
  await queries().command("undo", {});
  await expect.element(box(screen)).toHaveValue("A fall.\n\nQuiet");
});
