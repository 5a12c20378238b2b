import { afterEach, beforeEach, expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { userEvent } from "vitest/browser";
import { installBackend } from "../../backend";
import type { MergeTheory, Theory, TheoryRow } from "../../backend/contract";
import { memoryBackend } from "../../backend/memory";
import { resetQueries } from "../../state/query.svelte";
import { toasts } from "../../state/toast.svelte";
import { violations } from "../../testing/accessible";
import { blank } from "./form";
import Library from "./Library.svelte";
import Work from "./Work.svelte";

const at = "2026-11-01T09:00:00Z";
function row(id: string, title: string, label: string, uses: number): TheoryRow {
  const stamps = { evidenceId: null, createdAt: at, changedAt: at, deletedAt: null };
  const theory: Theory = { ...blank, id, title, citeKey: id, ...stamps };
  return { theory, label, uses };
}
const first = row("gibbs1988", "Learning by doing", "Gibbs (1988)", 2);
const rows = [
  first,
  row("gibbs1988a", "Learning by Doing", "Gibbs (1988)", 1),
  row("kolb1984", "Experiential learning", "Kolb (1984)", 0),
];

let merged: MergeTheory[];
let undone: number;
beforeEach(() => {
  merged = [];
  undone = 0;
  installBackend(
    memoryBackend({
      list_theory: () => ({ rows, alike: [{ first: "gibbs1988", second: "gibbs1988a" }] }),
      theory: ({ id }) => {
        const { theory, label } = rows.find((it) => it.theory.id === id) ?? first;
        return { theory, label, reference: [], file: null, uses: [] };
      },
      expect_work_file: () => ({}),
      merge_theory: (request) => (merged.push(request), first.theory),
      undo: () => ((undone += 1), { what: "", next: "" }),
    }),
  );
  resetQueries();
});
afterEach(() => {
  for (const { id } of toasts.list) toasts.dismiss(id);
});

test("two entries that look like the same work are made one, with a way back", async () => {
  const screen = await render(Library, {});
  await screen.getByText("Two entries look like the same work").click();
  await expect.element(screen.getByText("[@gibbs1988a] · 1 reflection")).toBeVisible();
  expect(await violations()).toEqual([]);
  await screen.getByRole("button", { name: "Make one entry of them: Gibbs (1988), Learning by doing" }).click();
  await expect.poll(() => merged).toEqual([{ keep: "gibbs1988", other: "gibbs1988a" }]);
  await expect.poll(() => toasts.list.at(-1)?.action?.label).toBe("Undo");
  toasts.act(toasts.list.at(-1)?.id ?? 0);
  await expect.poll(() => undone).toBe(1);
});

test("any other entry can be chosen from the page of a work, and none is said", async () => {
  const screen = await render(Work, { id: "gibbs1988" });
  await screen.getByRole("button", { name: "Same work as…" }).click();
  const dialog = screen.getByRole("dialog", { name: "Two entries for the same work" });
  await dialog.getByRole("button", { name: "Make one entry of them" }).click();
  await expect.element(dialog.getByText("Choose the entry that is for the same work.")).toBeVisible();
  expect(await violations()).toEqual([]);
  const box = dialog.getByRole("combobox", { name: "The other entry" });
  await userEvent.fill(box, "experiential");
  await dialog.getByRole("option", { name: /Kolb/ }).click();
  await dialog.getByRole("button", { name: "Make one entry of them" }).click();
  await expect.poll(() => merged).toEqual([{ keep: "gibbs1988", other: "kolb1984" }]);
  await expect.element(dialog).not.toBeInTheDocument();
});
