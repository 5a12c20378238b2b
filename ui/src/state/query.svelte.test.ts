import { flushSync } from "svelte";
import { afterEach, expect, test, vi } from "vitest";
import { installBackend } from "../backend";
import type { Commands } from "../backend/contract";
import { memoryBackend, type MemoryBackend } from "../backend/memory";
import { command, query, queries, resetQueries, type Query } from "./query.svelte";

type Page = Commands["list_reflections"]["response"];
const page = (total: number): Page => ({ rows: [], total });

let stop: (() => void) | undefined;

/** Asks as a component does, inside an effect that lives until the test ends. */
function asked<K extends keyof Commands>(
  backend: MemoryBackend,
  name: K,
  request: () => Commands[K]["request"],
  options?: { keep?: boolean },
): Query<Commands[K]["response"]> {
  installBackend(backend);
  resetQueries();
  let answer!: Query<Commands[K]["response"]>;
  stop = $effect.root(() => {
    answer = query(name, request, options);
  });
  flushSync();
  return answer;
}

afterEach(() => {
  stop?.();
  resetQueries();
});

const listAll: Commands["list_reflections"]["request"] = {
  text: "",
  state: null,
  model: null,
  theoryId: null,
  activityId: null,
  from: null,
  to: null,
  offset: 0,
  limit: 50,
};
const asking = (backend: MemoryBackend, name: string): number =>
  backend.calls.filter((call) => call.name === name).length;

test("an answer arrives, and a second look at it asks nothing", async () => {
  const backend = memoryBackend({ list_reflections: () => page(3) });
  const answer = asked(backend, "list_reflections", () => listAll);
  expect(answer.data).toBeUndefined();
  expect(answer.loading).toBe(true);
  await expect.poll(() => answer.data?.total).toBe(3);
  const again = $effect.root(() => void query("list_reflections", () => listAll));
  flushSync();
  expect(asking(backend, "list_reflections")).toBe(1);
  again();
});

test("a command refreshes what it made wrong and leaves the rest alone", async () => {
  let total = 1;
  const backend = memoryBackend({
    list_reflections: () => page(total),
    settings: () => ({}) as Commands["settings"]["response"],
    save_reflection: () => {
      total += 1;
      return {} as Commands["save_reflection"]["response"];
    },
  });
  const answer = asked(backend, "list_reflections", () => listAll);
  const other = $effect.root(() => void query("settings", () => ({})));
  flushSync();
  await expect.poll(() => answer.data?.total).toBe(1);
  await command("save_reflection", {} as Commands["save_reflection"]["request"]);
  await expect.poll(() => answer.data?.total).toBe(2);
  expect(asking(backend, "settings")).toBe(1);
  other();
});

test("what is announced from elsewhere is followed", async () => {
  let total = 1;
  const backend = memoryBackend({ list_reflections: () => page(total) });
  const answer = asked(backend, "list_reflections", () => listAll);
  await expect.poll(() => answer.data?.total).toBe(1);
  total = 7;
  backend.announce(["reflections"]);
  await expect.poll(() => answer.data?.total).toBe(7);
});

test("a late answer to an earlier question is not believed", async () => {
  const waiting: ((page: Page) => void)[] = [];
  const backend = memoryBackend({
    list_reflections: () => new Promise<Page>((resolve) => waiting.push(resolve)),
  });
  const answer = asked(backend, "list_reflections", () => listAll);
  backend.announce(["reflections"]);
  waiting[1]?.(page(2));
  waiting[0]?.(page(1));
  await expect.poll(() => answer.loading).toBe(false);
  expect(answer.data?.total).toBe(2);
});

test("a failure is told, and the last good answer stays", async () => {
  let works = true;
  const backend = memoryBackend({
    list_reflections: () => (works ? page(1) : Promise.reject({ code: "diskFull" })),
  });
  const answer = asked(backend, "list_reflections", () => listAll);
  await expect.poll(() => answer.data?.total).toBe(1);
  works = false;
  await answer.refresh();
  expect(answer.failure).toEqual({ code: "diskFull" });
  expect(answer.data?.total).toBe(1);
  works = true;
  await answer.refresh();
  expect(answer.failure).toBeUndefined();
});

test("another request is another answer; `keep` shows the last one meanwhile", async () => {
  const waiting: ((page: Page) => void)[] = [];
  const backend = memoryBackend({
    list_reflections: () => new Promise<Page>((resolve) => waiting.push(resolve)),
  });
  let text = $state("a");
  const answer = asked(backend, "list_reflections", () => ({ ...listAll, text }), { keep: true });
  waiting[0]?.(page(1));
  await expect.poll(() => answer.data?.total).toBe(1);
  text = "ab";
  flushSync();
  expect(answer.data?.total).toBe(1);
  waiting[1]?.(page(0));
  await expect.poll(() => answer.data?.total).toBe(0);
});

test("what nobody looks at is asked again only when somebody looks", async () => {
  const backend = memoryBackend({ list_reflections: () => page(1) });
  const answer = asked(backend, "list_reflections", () => listAll);
  await expect.poll(() => answer.data?.total).toBe(1);
  stop?.();
  flushSync();
  queries().drop(["reflections"]);
  expect(asking(backend, "list_reflections")).toBe(1);
  stop = $effect.root(() => void query("list_reflections", () => listAll));
  flushSync();
  expect(asking(backend, "list_reflections")).toBe(2);
});

test("a command nobody answers in a test is named", async () => {
  installBackend(memoryBackend());
  resetQueries();
  const spy = vi.fn();
  await command("undo", {}).catch((problem: unknown) => spy(String(problem)));
  expect(spy).toHaveBeenCalledWith(expect.stringContaining("undo"));
});
