import { afterEach, beforeEach, expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../backend";
import type { Evidence } from "../../backend/contract";
import { memoryBackend, memoryHost, type MemoryHost } from "../../backend/memory";
import { resetQueries } from "../../state/query.svelte";
import { toasts } from "../../state/toast.svelte";
import { violations } from "../../testing/accessible";
import WorkFile from "./WorkFile.svelte";

const file: Evidence = {
  id: "e1",
  fileName: "Benner 1984.pdf",
  kind: "media",
  alternativeText: "",
  description: "",
  mediaType: "application/pdf",
  sha256: "",
  size: 2048,
  createdAt: "2026-11-01T09:00:00Z",
  deletedAt: null,
};
let done: string[];
let expected: string[];
let host: MemoryHost;
beforeEach(() => {
  done = [];
  expected = [];
  host = memoryHost();
  installBackend(
    memoryBackend({
      expect_work_file: ({ id, here }) => (expected.push(`${here ? "here" : "gone"} ${id}`), {}),
      attach_work_file: ({ id }) => (done.push(`attach ${id}`), file),
      detach_work_file: ({ id }) => (done.push(`detach ${id}`), {}),
      save_file_copy: ({ id }) => (done.push(`copy ${id}`), { fileName: "Benner 1984.pdf", folder: "Papers" }),
      undo: () => (done.push("undo"), { what: "", next: "" }),
    }),
    host,
  );
  resetQueries();
});
afterEach(() => {
  for (const { id } of toasts.list) toasts.dismiss(id);
});

test("a file of the work is chosen, and it is said that it stays here", async () => {
  const screen = await render(WorkFile, { id: "t1", file: null });
  await expect.element(screen.getByText(/It never goes into an exported PDF/)).toBeVisible();
  expect(await violations()).toEqual([]);
  await screen.getByRole("button", { name: "Choose a file…" }).click();
  await expect.poll(() => done).toEqual(["attach t1"]);
  await expect.poll(() => toasts.list.at(-1)?.message).toBe("Added “Benner 1984.pdf”");
});

test("a file that is kept is saved elsewhere, and taken off with a way back", async () => {
  const screen = await render(WorkFile, { id: "t1", file });
  expect(await violations()).toEqual([]);
  await screen.getByRole("button", { name: "Save a copy of “Benner 1984.pdf”" }).click();
  await expect.poll(() => toasts.list.at(-1)?.message).toBe("Saved “Benner 1984.pdf” in Papers");
  await screen.getByRole("button", { name: "Take off “Benner 1984.pdf”" }).click();
  await expect.poll(() => toasts.list.at(-1)?.action?.label).toBe("Undo");
  toasts.act(toasts.list.at(-1)?.id ?? 0);
  await expect.poll(() => done).toEqual(["copy e1", "detach t1", "undo"]);
});

test("while the page is there, a file that is dropped on the window is the work itself", async () => {
  const screen = await render(WorkFile, { id: "t1", file: null });
  await expect.poll(() => expected).toEqual(["here t1"]);
  host.say("workFile", file);
  await expect.poll(() => toasts.list.at(-1)?.message).toBe("Added “Benner 1984.pdf”");
  await screen.unmount();
  await expect.poll(() => expected).toEqual(["here t1", "gone t1"]);
});
