import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Toasts } from "./toast.svelte";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const messages = (toasts: Toasts): string[] => toasts.list.map((toast) => toast.message);

test("a message goes away by itself, later when there is something to press", () => {
  const toasts = new Toasts();
  toasts.show("Saved a copy");
  toasts.show("Moved to the bin", { action: { label: "Undo", run: () => undefined } });
  vi.advanceTimersByTime(6_000);
  expect(messages(toasts)).toEqual(["Moved to the bin"]);
  vi.advanceTimersByTime(6_000);
  expect(messages(toasts)).toEqual([]);
});

test("nothing goes away while a person is on it, and they keep a moment afterwards", () => {
  const toasts = new Toasts();
  toasts.show("Moved to the bin", { seconds: 6 });
  vi.advanceTimersByTime(5_900);
  toasts.hold();
  vi.advanceTimersByTime(60_000);
  expect(messages(toasts)).toEqual(["Moved to the bin"]);
  toasts.release();
  vi.advanceTimersByTime(1_900);
  expect(messages(toasts)).toEqual(["Moved to the bin"]);
  vi.advanceTimersByTime(200);
  expect(messages(toasts)).toEqual([]);
});

test("a message that comes while one is held waits too", () => {
  const toasts = new Toasts();
  toasts.show("First");
  toasts.hold();
  toasts.show("Second");
  vi.advanceTimersByTime(60_000);
  expect(messages(toasts)).toEqual(["First", "Second"]);
  toasts.release();
  vi.advanceTimersByTime(6_000);
  expect(messages(toasts)).toEqual([]);
});

test("at most three stand at once", () => {
  const toasts = new Toasts();
  for (const message of ["1", "2", "3", "4"]) toasts.show(message);
  expect(messages(toasts)).toEqual(["2", "3", "4"]);
});

test("what a message offers is done once", () => {
  const toasts = new Toasts();
  const run = vi.fn();
  const id = toasts.show("Moved", { action: { label: "Undo", run } });
  toasts.act(id);
  toasts.act(id);
  expect(run).toHaveBeenCalledTimes(1);
});

test("a message that offered to take something back goes when that was taken back otherwise", async () => {
  const toasts = new Toasts();
  let last = "Added A";
  toasts.ask(() => Promise.resolve(last));
  const run = (): void => undefined;
  toasts.show("Added A", { action: { label: "Undo", run } });
  await vi.advanceTimersByTimeAsync(0);
  last = "Moved B to the bin";
  toasts.show("Moved B", { action: { label: "Undo", run } });
  toasts.show("Still follows Gibbs", { action: { label: "Use Driscoll", run, aside: true } });
  await vi.advanceTimersByTimeAsync(0);
  toasts.takenBack("Moved B to the bin");
  expect(toasts.list.map(({ message }) => message)).toEqual(["Added A", "Still follows Gibbs"]);
  toasts.takenBack("Something else");
  expect(toasts.list).toHaveLength(2);
  toasts.takenBack("Added A");
  expect(toasts.list.map(({ message }) => message)).toEqual(["Still follows Gibbs"]);
  for (const { id } of toasts.list) toasts.dismiss(id);
});

test("a message that is taken away as a page is left takes no newer one along", () => {
  const toasts = new Toasts();
  let place = $state("a page");
  const stop = $effect.root(() => {
    $effect(() => {
      const left = place.length;
      return () => toasts.dismiss(-left);
    });
  });
  flushSync();
  place = "another";
  toasts.show("Moved “A” to the bin");
  flushSync();
  expect(toasts.list.map(({ message }) => message)).toEqual(["Moved “A” to the bin"]);
  stop();
  for (const { id } of toasts.list) toasts.dismiss(id);
});
