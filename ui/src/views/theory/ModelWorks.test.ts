import { afterEach, beforeEach, expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../backend";
import type { AddModelWorks, LibraryForm, ModelWork } from "../../backend/contract";
import { memoryBackend } from "../../backend/memory";
import { resetQueries } from "../../state/query.svelte";
import { toasts } from "../../state/toast.svelte";
import { violations } from "../../testing/accessible";
import { blank } from "./form";
import Library from "./Library.svelte";

const at = "2026-11-01T09:00:00Z";
const work = (model: string, modelName: string, label: string, known: string | null): ModelWork => ({
  model,
  modelName,
  label,
  reference: [{ text: `${label} A work.`, italic: false }],
  known,
});

let added: AddModelWorks[];
let undone: number;
beforeEach(() => {
  added = [];
  undone = 0;
  installBackend(
    memoryBackend({
      list_theory: () => ({ rows: [], alike: [] }),
      model_works: () => ({
        works: [
          work("gibbs", "Gibbs’ reflective cycle", "Gibbs (1988)", "t1"),
          work("kolb", "Kolb’s learning cycle", "Kolb (1984)", null),
          work("schon", "Schön: in and on action", "Schön (1983)", null),
        ],
      }),
      add_model_works: (request) => (added.push(request), { count: request.models.length }),
      undo: () => ((undone += 1), { what: "", next: "" }),
    }),
  );
  resetQueries();
});
afterEach(() => {
  for (const { id } of toasts.list) toasts.dismiss(id);
});

test("the models’ own works are added, all or some, and those that are there are marked", async () => {
  const screen = await render(Library, {});
  await screen.getByRole("button", { name: "Add the models’ own works" }).click();
  const dialog = screen.getByRole("dialog", { name: "The models’ own works" });
  await expect.element(dialog.getByText("In your library already")).toBeVisible();
  await expect.element(dialog.getByRole("button", { name: "Add 2 works" })).toBeVisible();
  expect(await violations()).toEqual([]);
  await dialog.getByRole("checkbox", { name: /Kolb/ }).click();
  await dialog.getByRole("button", { name: "Add 1 work" }).click();
  await expect.poll(() => added).toEqual([{ models: ["schon"] }]);
  await expect.poll(() => toasts.list.at(-1)?.message).toBe("Added 1 work");
  toasts.act(toasts.list.at(-1)?.id ?? 0);
  await expect.poll(() => undone).toBe(1);
});

test("the keyboard begins at the first work that can be added, however long the answer takes", async () => {
  installBackend(
    memoryBackend({
      list_theory: () => ({ rows: [], alike: [] }),
      model_works: async () => {
        await new Promise((done) => setTimeout(done, 50));
        return { works: [work("gibbs", "Gibbs’ reflective cycle", "Gibbs (1988)", "t1"), work("kolb", "Kolb’s learning cycle", "Kolb (1984)", null)] };
      },
    }),
  );
  const screen = await render(Library, {});
  await screen.getByRole("button", { name: "Add the models’ own works" }).click();
  await expect.element(screen.getByRole("checkbox", { name: /Kolb/ })).toHaveFocus();
});

test("with works in it, what is done once in a while stands in one menu", async () => {
  const gone: LibraryForm[] = [];
  const row = { theory: { ...blank, id: "t1", citeKey: "gibbs1988", title: "Learning by doing", evidenceId: null, createdAt: at, changedAt: at, deletedAt: null }, label: "Gibbs (1988)", uses: 0 };
  installBackend(
    memoryBackend({
      list_theory: () => ({ rows: [row], alike: [] }),
      model_works: () => ({ works: [] }),
      export_library: ({ form }) => (gone.push(form), null),
    }),
  );
  const screen = await render(Library, {});
  const menu = screen.getByRole("button", { name: "Bring in or export" });
  await menu.click();
  expect(await violations()).toEqual([]);
  await screen.getByRole("menuitem", { name: "Export as RIS (.ris)" }).click();
  await expect.poll(() => gone).toEqual(["ris"]);
  await menu.click();
  await screen.getByRole("menuitem", { name: "Add the models’ own works" }).click();
  await expect.element(screen.getByRole("dialog", { name: "The models’ own works" })).toBeVisible();
});
