import { afterEach, beforeEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../backend";
import type { Failure, SaveTheory, Theory } from "../../backend/contract";
import { memoryBackend } from "../../backend/memory";
import { drafts } from "../../state/draft.svelte";
import { resetQueries } from "../../state/query.svelte";
import { toasts } from "../../state/toast.svelte";
import { violations } from "../../testing/accessible";
import { blank } from "./form";
import WorkForm from "./WorkForm.svelte";

let saved: SaveTheory[];

/** A program that doubts every family name in one letter, as the real one does among others. */
beforeEach(() => {
  saved = [];
  installBackend(
    memoryBackend({
      preview_theory: ({ authors, title }) => ({
        reference: [
          { text: `${authors.map(({ family, given }) => `${family}, ${given.slice(0, 1)}.`).join(" and ")} `, italic: false },
          { text: title, italic: true },
        ],
        doubts: authors.flatMap(({ family }, place) =>
          /^\p{L}\.?$/u.test(family) ? [{ field: `authors[${place}]`, doubt: "initials" as const }] : [],
        ),
      }),
      save_theory: (work) => (saved.push(work), work as unknown as Theory),
    }),
  );
  resetQueries();
});
afterEach(async () => {
  await drafts.flush();
  for (const { id } of toasts.list) toasts.dismiss(id);
});

const nameBoxes = { family: "Family name", given: "Given names or initials" };

test("family and given name are boxes of their own, and the reference is shown as it will be printed", async () => {
  const screen = await render(WorkForm, {});
  await expect.element(screen.getByText(/For example “Benner” and “Patricia”/)).toBeVisible();
  await userEvent.fill(screen.getByRole("textbox", { name: "Title", exact: true }), "From novice to expert");
  await userEvent.fill(screen.getByRole("textbox", { name: nameBoxes.family }), "Benner");
  await userEvent.fill(screen.getByRole("textbox", { name: nameBoxes.given }), "Patricia");
  const printed = screen.getByRole("region", { name: "How the reference will be printed" });
  await expect.element(printed).toHaveTextContent("Benner, P. From novice to expert");
  expect(await violations()).toEqual([]);
  await screen.getByRole("button", { name: "Keep work" }).click();
  await expect.poll(() => saved.at(-1)?.authors).toEqual([{ family: "Benner", given: "Patricia" }]);
});

test("a name the wrong way round is asked about, swapped on request, and never refused", async () => {
  const screen = await render(WorkForm, {});
  await userEvent.fill(screen.getByRole("textbox", { name: "Title", exact: true }), "Novice");
  await screen.getByRole("button", { name: "Add another author" }).click();
  const second = screen.getByRole("group", { name: "author 2" });
  await expect.element(second.getByRole("textbox", { name: nameBoxes.family })).toHaveFocus();
  await userEvent.fill(second.getByRole("textbox", { name: nameBoxes.family }), "P.");
  await userEvent.fill(second.getByRole("textbox", { name: nameBoxes.given }), "Benner");
  await expect.element(screen.getByText("“P.” looks like initials. Is the family name “Benner”?")).toBeVisible();
  expect(await violations()).toEqual([]);
  await screen.getByRole("button", { name: "Keep work" }).click();
  // The empty first row is no author.
  await expect.poll(() => saved.at(-1)?.authors).toEqual([{ family: "P.", given: "Benner" }]);
  await screen.getByRole("button", { name: "Swap the two" }).click();
  await expect.element(second.getByRole("textbox", { name: nameBoxes.family })).toHaveValue("Benner");
  await expect.element(second.getByRole("textbox", { name: nameBoxes.given })).toHaveValue("P.");
  await expect.element(screen.getByText(/looks like initials/)).not.toBeInTheDocument();
});

test("a name in one box, as reference lists have it, is put into two", async () => {
  const screen = await render(WorkForm, {});
  await userEvent.fill(screen.getByRole("textbox", { name: nameBoxes.family }), "Benner, Patricia E.");
  await userEvent.tab();
  await expect.element(screen.getByRole("textbox", { name: nameBoxes.family })).toHaveValue("Benner");
  await expect.element(screen.getByRole("textbox", { name: nameBoxes.given })).toHaveValue("Patricia E.");
});

test("an author is taken away again, and a work shows those it has", async () => {
  const at = "2026-11-01T09:00:00Z";
  const stamps = { evidenceId: null, createdAt: at, changedAt: at, deletedAt: null };
  const authors = ["Rolfe", "Freshwater", "Jasper"].map((family) => ({ family, given: "" }));
  const screen = await render(WorkForm, { work: { ...blank, id: "t1", title: "A guide", authors, ...stamps } });
  await screen.getByRole("button", { name: "Remove author 2" }).click();
  await expect.element(screen.getByRole("textbox", { name: nameBoxes.family }).first()).toHaveFocus();
  await screen.getByRole("button", { name: "Keep work" }).click();
  await expect.poll(() => saved.at(-1)?.authors.map(({ family }) => family)).toEqual(["Rolfe", "Jasper"]);
});

/** What stands in the boxes for names, by their ids. */
const names = (): Record<string, string> =>
  Object.fromEntries(
    [...document.querySelectorAll<HTMLInputElement>("[id^='work-authors-'], [id^='work-editors-']")]
      .filter((box) => box.matches("input"))
      .map((box) => [box.id, box.value]),
  );

async function type(id: string, what: string): Promise<void> {
  await expect.poll(() => document.getElementById(id)).not.toBeNull();
  const box = document.getElementById(id) as HTMLInputElement;
  box.value = what;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

test("rows of names come back as they were left, and discarding them can be taken back", async () => {
  const screen = await render(WorkForm, {});
  await screen.getByLabelText("What is it?").selectOptions("Chapter");
  await type("work-authors-0-family", "Rolfe");
  await screen.getByRole("button", { name: "Add another author" }).click();
  // Only half of the second name, as somebody leaves who is called away.
  await type("work-authors-1-given", "Dawn");
  await type("work-editors-0-family", "Bulman");
  await screen.unmount();
  await drafts.flush();

  const left = {
    "work-authors-0-family": "Rolfe",
    "work-authors-0-given": "",
    "work-authors-1-family": "",
    "work-authors-1-given": "Dawn",
    "work-editors-0-family": "Bulman",
    "work-editors-0-given": "",
  };
  const again = await render(WorkForm, {});
  await expect.poll(names).toEqual(left);

  // A kind of source without editors does not cost them.
  await again.getByLabelText("What is it?").selectOptions("Book");
  await expect.poll(() => names()["work-editors-0-family"]).toBeUndefined();
  await again.unmount();
  await drafts.flush();
  const third = await render(WorkForm, {});
  await third.getByLabelText("What is it?").selectOptions("Chapter");
  await expect.poll(names).toEqual(left);

  await third.getByRole("button", { name: "Discard what you typed" }).click();
  await expect.poll(names).toEqual({ "work-authors-0-family": "", "work-authors-0-given": "" });
  await expect.poll(() => toasts.list.at(-1)?.action?.label).toBe("Undo");
  toasts.act(toasts.list.at(-1)?.id ?? 0);
  await expect.poll(names).toEqual(left);

  await third.getByRole("button", { name: "Keep work" }).click();
  await expect
    .poll(() => saved.at(-1)?.authors)
    .toEqual([{ family: "Rolfe", given: "" }, { family: "", given: "Dawn" }]);
  await expect.element(third.getByRole("button", { name: "Discard what you typed" })).not.toBeInTheDocument();
});

const refusal: Failure = {
  code: "invalid",
  problems: [{ field: "authors[0].family", reason: "A name needs a family name." }],
};

test("what is wrong with a name leads to its box, however many empty rows stand before it", async () => {
  installBackend(
    memoryBackend({
      preview_theory: () => ({ reference: [], doubts: [] }),
      save_theory: () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- as the program answers
        throw refusal;
      },
    }),
  );
  const screen = await render(WorkForm, {});
  await screen.getByRole("button", { name: "Add another author" }).click();
  await type("work-authors-1-given", "Patricia");
  await screen.getByRole("button", { name: "Keep work" }).click();
  await screen.getByRole("link", { name: "A name needs a family name." }).click();
  await expect.poll(() => document.activeElement?.id).toBe("work-authors-1-family");
  // Filling in the row before takes the keyboard nowhere.
  const first = screen.getByRole("group", { name: "author 1" }).getByRole("textbox", { name: nameBoxes.family });
  await userEvent.fill(first, "Rolfe");
  await expect.element(first).toHaveFocus();
});
