import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Draft, drafts } from "./draft.svelte";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 2, 12, 14, 3) });
});
afterEach(async () => {
  await drafts.flush();
  vi.useRealTimers();
});

const full = { code: "diskFull" };

test("the first words are written at once, and the rest when the person pauses", async () => {
  const save = vi.fn(() => Promise.resolve());
  const draft = new Draft({ initial: "", save });
  draft.value = "I";
  await vi.advanceTimersByTimeAsync(100);
  draft.value = "I w";
  expect(save).not.toHaveBeenCalled();
  expect(draft.status).toEqual({ kind: "saving" });
  await vi.advanceTimersByTimeAsync(50);
  expect(save.mock.calls).toEqual([["I w"]]);
  draft.value = "I wa";
  await vi.advanceTimersByTimeAsync(399);
  expect(save).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(451);
  expect(save.mock.calls).toEqual([["I w"], ["I wa"]]);
  expect(draft.status).toEqual({ kind: "saved", at: new Date(2026, 2, 12, 14, 3, 0, 550) });
});

test.each([20, 150, 390])("somebody who never pauses loses no more than 0.6 s, at %i ms a key", async (key) => {
  const typed: number[] = [];
  let worst = 0;
  let kept = 0;
  const save = vi.fn((count: number) => Promise.resolve((kept = count)));
  const draft = new Draft({ initial: 0, save });
  for (let letters = 1; letters * key <= 8_000; letters += 1) {
    draft.value = letters;
    typed.push(Date.now());
    await vi.advanceTimersByTimeAsync(key);
    const oldest = typed[kept];
    if (oldest !== undefined) worst = Math.max(worst, Date.now() - oldest);
  }
  expect(worst).toBeLessThanOrEqual(600 + key);
  expect(save.mock.calls.length).toBeLessThanOrEqual(8_000 / 400);
});

test("it says saved only after the store has acknowledged it", async () => {
  let acknowledge = (): void => undefined;
  const draft = new Draft({
    initial: "",
    save: () => new Promise<void>((resolve) => (acknowledge = resolve)),
  });
  draft.value = "words";
  await vi.advanceTimersByTimeAsync(600);
  expect(draft.status.kind).toBe("saving");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(draft.status.kind).toBe("saving");
  acknowledge();
  await vi.advanceTimersByTimeAsync(0);
  expect(draft.status.kind).toBe("saved");
});

test("a failure keeps every word, says why, and tries again until it works", async () => {
  let works = false;
  const save = vi.fn((_text: string) => (works ? Promise.resolve() : Promise.reject(full as never)));
  const draft = new Draft({ initial: "", save });
  draft.value = "words";
  await vi.advanceTimersByTimeAsync(600);
  expect(draft.status).toMatchObject({ kind: "failed", reason: expect.stringContaining("disk is full") as string });
  expect(draft.value).toBe("words");

  await vi.advanceTimersByTimeAsync(2_000);
  expect(save).toHaveBeenCalledTimes(2);
  works = true;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(draft.status.kind).toBe("saved");
  expect(save).toHaveBeenLastCalledWith("words");
});

test("a save that throws at once is a failure like any other", async () => {
  let works = false;
  const draft = new Draft({
    initial: "",
    save: () => {
      if (!works) throw new Error("no");
      return Promise.resolve();
    },
  });
  draft.value = "words";
  expect(await draft.flush()).toBe(false);
  works = true;
  expect(await draft.flush()).toBe(true);
});

test("writes never overlap or overtake each other, and the last words win", async () => {
  const stored: string[] = [];
  const waiting: (() => void)[] = [];
  const draft = new Draft({
    initial: "",
    save: (text: string) =>
      new Promise<void>((resolve) => {
        waiting.push(() => {
          stored.push(text);
          resolve();
        });
      }),
  });
  draft.value = "one";
  const first = draft.flush();
  draft.value = "one two";
  const second = draft.flush();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(waiting).toHaveLength(1);
  waiting[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(waiting).toHaveLength(2);
  waiting[1]?.();
  expect(await first).toBe(true);
  expect(await second).toBe(true);
  expect(stored).toEqual(["one", "one two"]);
  expect(draft.dirty).toBe(false);
});

test("taking a change back before it is written writes nothing", async () => {
  const save = vi.fn(() => Promise.resolve());
  const draft = new Draft({ initial: "as it was", save });
  draft.value = "as it was!";
  draft.value = "as it was";
  await vi.advanceTimersByTimeAsync(5_000);
  expect(save).not.toHaveBeenCalled();
  expect(draft.status.kind).toBe("idle");
});

test("what arrives from elsewhere is taken over, but never over unsaved words", () => {
  const draft = new Draft({ initial: "old", save: () => Promise.resolve() });
  draft.adopt("restored");
  expect(draft.value).toBe("restored");
  draft.value = "restored and more";
  draft.adopt("something else");
  expect(draft.value).toBe("restored and more");
  expect(draft.dirty).toBe(true);
});

test("a draft that is let go writes first; one that cannot keeps trying and still counts", async () => {
  let works = false;
  const draft = new Draft({
    initial: "",
    save: () => (works ? Promise.resolve() : Promise.reject(full)),
  });
  draft.value = "words";
  await draft.dispose();
  expect(drafts.dirty).toBe(true);
  expect(drafts.status.kind).toBe("failed");
  works = true;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(drafts.dirty).toBe(false);
  expect(drafts.status.kind).toBe("saved");
});

test("the window may close only when every draft is kept", async () => {
  let works = false;
  const one = new Draft({ initial: "", save: () => Promise.resolve() });
  const other = new Draft({
    initial: "",
    save: () => (works ? Promise.resolve() : Promise.reject(full)),
  });
  one.value = "kept";
  other.value = "not yet";
  expect(await drafts.flush()).toBe(false);
  expect(one.dirty).toBe(false);
  works = true;
  expect(await drafts.flush()).toBe(true);
});

test("values can be compared by what they hold", async () => {
  const save = vi.fn(() => Promise.resolve());
  const draft = new Draft({
    initial: { title: "A" },
    same: (a, b) => a.title === b.title,
    save,
  });
  draft.value = { title: "A" };
  await vi.advanceTimersByTimeAsync(5_000);
  expect(save).not.toHaveBeenCalled();
});
