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
