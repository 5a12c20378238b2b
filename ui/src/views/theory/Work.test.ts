import { afterEach, beforeEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../backend";
import type { SaveTheory, Theory, TheoryView } from "../../backend/contract";
import { memoryBackend } from "../../backend/memory";
import { drafts } from "../../state/draft.svelte";
import { resetQueries } from "../../state/query.svelte";
import { toasts } from "../../state/toast.svelte";
import { violations } from "../../testing/accessible";
import { blank } from "./form";
import Work from "./Work.svelte";

const at = "2026-11-01T09:00:00Z";
const theory: Theory = {
  ...blank,
  id: "t1",
  citeKey: "atkins1993",
  kind: "article",
  title: "Reflection: a review of the literature",
  container: "Journal of Advanced Nursing",
  containerShort: "J Adv Nurs",
  criteria: ["K3", "S1"],
  tags: ["models"],
  evidenceId: null,
  createdAt: at,
  changedAt: at,
  deletedAt: null,
};
const view: TheoryView = {
  theory,
  label: "Atkins and Murphy (1993)",
  reference: [{ text: "Atkins, S. and Murphy, K. (1993)", italic: false }],
  file: null,
  uses: [],
};
let saved: SaveTheory[];

beforeEach(() => {
  saved = [];
  installBackend(
    memoryBackend({
      theory: () => view,
      expect_work_file: () => ({}),
      preview_theory: () => ({ reference: [], doubts: [] }),
      save_theory: (work) => {
        saved.push(work);
        if (work.citeKey.includes(" ")) {
          // eslint-disable-next-line @typescript-eslint/only-throw-error -- as the program answers
          throw { code: "invalid", problems: [{ field: "citeKey", reason: "A key has no spaces." }] };
        }
        return { ...theory, citeKey: work.citeKey };
      },
    }),
  );
  resetQueries();
});
afterEach(async () => {
  await drafts.flush();
  for (const { id } of toasts.list) toasts.dismiss(id);
});

test("a work says what it is cited as, and what it is studied for", async () => {
  const screen = await render(Work, { id: "t1" });
  await expect.element(screen.getByText("[@atkins1993]", { exact: true })).toBeVisible();
  await expect.element(screen.getByText("K3, S1")).toBeVisible();
  expect(await violations()).toEqual([]);
  await screen.getByRole("button", { name: "Copy the citation [@atkins1993]" }).click();
  await expect.poll(() => toasts.list.at(-1)?.message).toBe("Copied [@atkins1993]");
});

test("every use is shown with its relation, passage and sentence, leads to its reflection, and another can be added", async () => {
  const link = { id: "l1", reflectionId: "r1", theoryId: "t1", relation: "challenges" as const, rationale: "It asks for time that I lacked.", passage: "I left at once.", deletedAt: null };
  const use = { link, reflectionId: "r1", reflectionTitle: "A fall", happenedOn: "2026-11-02", passageGone: false };
  const gone = { ...use, link: { ...link, id: "l2", reflectionId: "r2", passage: "I never wrote this." }, reflectionId: "r2", reflectionTitle: "", passageGone: true };
  installBackend(
    memoryBackend({
      theory: () => ({ ...view, uses: [use, gone] }),
      expect_work_file: () => ({}),
      list_reflections: () => ({ rows: [], total: 0 }),
    }),
  );
  const screen = await render(Work, { id: "t1" });
  const uses = screen.getByRole("listitem");
  await expect.element(uses.first().getByRole("link", { name: "A fall" })).toHaveAttribute("href", "#/reflections/r1");
  for (const said of ["challenges", "Mon 2 Nov 2026", "I left at once.", "It asks for time that I lacked."]) {
    await expect.element(uses.first().getByText(said)).toBeVisible();
  }
  await expect.element(uses.first().getByText("no longer in that reflection")).not.toBeInTheDocument();
  await expect.element(uses.nth(1).getByText("These words are no longer in that reflection.")).toBeVisible();
  await expect.element(uses.nth(1).getByRole("link", { name: "Untitled reflection" })).toBeVisible();
  expect(await violations()).toEqual([]);
  await screen.getByRole("button", { name: "Link to a reflection" }).click();
  await expect.element(screen.getByRole("dialog", { name: "What does Atkins and Murphy (1993) explain?" })).toBeVisible();
});

test("its key can be changed, and one that cannot be leads to its box", async () => {
  const screen = await render(Work, { id: "t1" });
  await screen.getByRole("button", { name: "Edit" }).click();
  const key = screen.getByRole("textbox", { name: /Key to cite it by/ });
  await expect.element(key).toHaveValue("atkins1993");
  await expect.element(screen.getByRole("textbox", { name: /short title/ })).toHaveValue("J Adv Nurs");
  await userEvent.fill(key, "my key");
  await screen.getByRole("button", { name: "Keep work" }).click();
  await screen.getByRole("link", { name: "A key has no spaces." }).click();
  await expect.element(key).toHaveFocus();
  expect(await violations()).toEqual([]);
  await userEvent.fill(key, "my-key");
  await userEvent.fill(screen.getByRole("textbox", { name: /For which criteria/ }), "k3, b1");
  await screen.getByRole("button", { name: "Keep work" }).click();
  await expect.poll(() => saved.at(-1)).toMatchObject({ citeKey: "my-key", criteria: ["K3", "B1"], containerShort: "J Adv Nurs" });
});
