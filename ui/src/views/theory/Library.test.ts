import { beforeEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../backend";
import type { TheoryRow } from "../../backend/contract";
import { memoryBackend } from "../../backend/memory";
import { resetQueries } from "../../state/query.svelte";
import { violations } from "../../testing/accessible";
import { blank } from "./form";
import Library from "./Library.svelte";

const at = "2026-11-01T09:00:00Z";
const MODULE = "Foundations of professional practice";
const benner: TheoryRow = {
  theory: {
    ...blank,
    id: "t1",
    citeKey: "benner1984",
    title: "From novice to expert: excellence and power in clinical nursing practice",
    keyIdea: "Nurses grow through five stages, from following rules that they were given to seeing a whole situation. ".repeat(3),
    module: MODULE,
    evidenceId: null,
    createdAt: at,
    changedAt: at,
    deletedAt: null,
  },
  label: "Benner (1984)",
  uses: 3,
};
beforeEach(() => {
  resetQueries();
  installBackend(memoryBackend({ list_theory: () => ({ rows: [benner], alike: [] }) }));
});

test("the name of a module does not fold after each word, however long the key idea beside it is", async () => {
  // What a window of 1280 pixels leaves beside the rooms.
  await page.viewport(968, 800);
  const screen = await render(Library, {});
  const cell = screen.getByRole("cell", { name: MODULE });
  await expect.element(cell).toBeVisible();
  const words = document.createRange();
  words.selectNodeContents(cell.element());
  const lines = new Set([...words.getClientRects()].map(({ top }) => Math.round(top)));
  expect(lines.size).toBeLessThanOrEqual(2);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
  expect(await violations()).toEqual([]);
});
