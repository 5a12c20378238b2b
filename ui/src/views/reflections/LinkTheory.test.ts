import { afterEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { actions } from "../../state/actions.svelte";
import { toasts } from "../../state/toast.svelte";
import { settled, violations } from "../../testing/accessible";
import Reflections from "./Reflections.svelte";
import { bandura, bennerLink, works } from "./testing/samples";
import { world } from "./testing/world";

const root = document.documentElement;
afterEach(() => {
  root.removeAttribute("data-theme");
  for (const { id } of toasts.list) toasts.dismiss(id);
});

async function accessible(): Promise<void> {
  for (const theme of ["light", "dark"]) {
    root.setAttribute("data-theme", theme);
    await settled();
    expect(await violations(), theme).toEqual([]);
  }
}

const open = () => render(Reflections, { id: "r1" });

test("a link asks how the theory explains it, and is kept with the answer", async () => {
  const it = world();
  const screen = await open();
  await screen.getByRole("button", { name: "Link theory" }).click();
  await expect.element(screen.getByRole("combobox", { name: "Which work?" })).toHaveFocus();
  await screen.getByRole("button", { name: "Keep link" }).click();
  await expect.element(screen.getByRole("alert").filter({ hasText: "Choose the work" })).toBeVisible();
  await accessible();
  await userEvent.fill(screen.getByRole("combobox", { name: "Which work?" }), "schon");
  await userEvent.keyboard("{Enter}");
  await screen.getByRole("button", { name: "Keep link" }).click();
  await expect
    .element(screen.getByRole("link", { name: "Say in a sentence how it explains what you did." }))
    .toBeVisible();
  expect(it.links).toEqual([]);
  await userEvent.fill(
    screen.getByRole("textbox", { name: "How does this explain what you did?" }),
    "I thought while I acted.",
  );
  await screen.getByRole("radio", { name: "It illustrates the theory" }).click();
  await screen.getByRole("button", { name: "Keep link" }).click();
  await expect.element(screen.getByText("“I thought while I acted.”")).toBeVisible();
  expect(it.links[0]?.link).toMatchObject({
    theoryId: "t3",
    relation: "illustrates",
    rationale: "I thought while I acted.",
    passage: "",
  });
  await expect.element(screen.getByRole("button", { name: "Link another idea" })).toBeVisible();
});

test("the selected passage is offered, and an answer that was not kept is there again", async () => {
  world();
  const screen = await open();
  const content = (): HTMLElement | null | undefined =>
    [...document.querySelectorAll(".frame")]
      .map((frame) => frame.shadowRoot?.querySelector<HTMLElement>("[aria-label=Feelings]"))
      .find(Boolean);
  await expect.poll(content).toBeTruthy();
  content()?.focus();
  await userEvent.keyboard("{Control>}a{/Control}");
  actions.run("writing-theory");
  const passage = screen.getByRole("textbox", { name: /Is it about one passage/ });
  await expect.element(passage).toHaveValue("I was afraid of being told that I had rung for nothing.");
  await userEvent.fill(
    screen.getByRole("textbox", { name: "How does this explain what you did?" }),
    "Half an answer",
  );
  await userEvent.keyboard("{Escape}");
  await expect.element(screen.getByRole("dialog")).not.toBeInTheDocument();
  actions.run("writing-theory");
  await expect
    .element(screen.getByRole("textbox", { name: "How does this explain what you did?" }))
    .toHaveValue("Half an answer");
});

test("a link is changed in place, and taken away with a way back", async () => {
  const it = world();
  it.links = [bennerLink];
  const screen = await open();
  await screen.getByRole("button", { name: "Edit the link to Benner (1984)" }).click();
  const rationale = screen.getByRole("textbox", { name: "How does this explain what you did?" });
  await expect.element(rationale).toHaveValue(bennerLink.link.rationale);
  await userEvent.fill(rationale, "I waited for rules.");
  await screen.getByRole("button", { name: "Keep link" }).click();
  await expect.poll(() => it.links).toMatchObject([{ link: { id: "l1", rationale: "I waited for rules." } }]);
  await screen.getByRole("button", { name: "Remove the link to Benner (1984)" }).click();
  await expect.poll(() => it.links).toEqual([]);
  toasts.act(toasts.list.at(-1)?.id ?? 0);
  await expect.poll(() => it.links).toMatchObject([{ link: { rationale: "I waited for rules." } }]);
});

test("a work is found by its author first, and last by what a key idea says of others", async () => {
  const [benner, ...others] = works;
  if (!benner) throw new Error("there are works");
  const theory = { ...benner.theory, keyIdea: "Carper asked what nurses know." };
  const at = { ...bandura.theory, id: "t5", year: "1978", title: "Patterns of knowing" };
  const carper = { ...bandura, label: "Carper (1978)", theory: { ...at, authors: [{ family: "Carper", given: "" }] } };
  world({}, { list_theory: () => ({ rows: [{ ...benner, theory }, carper, ...others], alike: [] }) });
  const screen = await open();
  await screen.getByRole("button", { name: "Link theory" }).click();
  await userEvent.fill(screen.getByRole("combobox", { name: "Which work?" }), "Carper");
  const offered = screen.getByRole("option");
  await expect.element(offered.first()).toHaveTextContent("Carper (1978)");
  await expect.element(offered.nth(1)).toHaveTextContent("Benner (1984)");
});

test("a work that is not there yet is added on the way, and what was typed waits", async () => {
  const added = { ...bandura, theory: { ...bandura.theory } };
  const rows = [...works];
  world(
    {},
    {
      list_theory: () => ({ rows: [...rows], alike: [] }),
      save_theory: ({ title }) => {
        added.theory.title = title;
        rows.push(added);
        return added.theory;
      },
    },
  );
  const screen = await open();
  await screen.getByRole("button", { name: "Link theory" }).click();
  const rationale = screen.getByRole("textbox", { name: "How does this explain what you did?" });
  await userEvent.fill(rationale, "I expected to manage, and so I did.");
  await userEvent.fill(screen.getByRole("combobox", { name: "Which work?" }), "Bandura");
  await screen.getByRole("option", { name: "Add “Bandura” as a work" }).click();
  await expect.element(screen.getByRole("dialog", { name: "Add a work of theory" })).toBeVisible();
  await expect.poll(() => document.activeElement?.id).toBe("work-kind");
  await accessible();
  // No box that the keyboard comes to lies under the bar, which is as wide as the dialog.
  const bar = document.querySelector("dialog .bar");
  const edge = (): DOMRect | undefined => bar?.getBoundingClientRect();
  expect(edge()?.width).toBeGreaterThan((document.querySelector("dialog")?.clientWidth ?? 0) - 24);
  expect(bar && getComputedStyle(bar).backgroundColor).toBe(
    getComputedStyle(document.querySelector("dialog") as Element).backgroundColor,
  );
  while (!bar?.contains(document.activeElement)) {
    await settled();
    const box = document.activeElement?.getBoundingClientRect();
    expect(box?.bottom, document.activeElement?.id).toBeLessThan(edge()?.top ?? 0);
    await userEvent.tab();
  }
  await userEvent.fill(screen.getByRole("dialog").getByRole("textbox", { name: "Title", exact: true }), "Self-efficacy");
  await screen.getByRole("button", { name: "Keep work" }).click();
  await expect.element(screen.getByRole("combobox", { name: "Which work?" })).toHaveValue(added.label);
  await expect.element(rationale).toHaveValue("I expected to manage, and so I did.");
  await expect.element(rationale).toHaveFocus();
});

test("the work of a model is offered where the library lacks it, and added with the link and not before", async () => {
  const kolb = { ...bandura, label: "Kolb (1984)", theory: { ...bandura.theory, id: "t9", title: "Experiential learning" } };
  const added: string[] = [];
  let refusals = 1;
  const reference = [{ text: "Kolb, D. (1984) Experiential learning.", italic: false }];
  const it = world(
    {},
    {
      list_theory: () => ({ rows: added.length > 0 ? [...works, kolb] : [...works], alike: [] }),
      model_works: () => ({
        works: [
          { model: "schon", modelName: "In and on action", label: "Schön (1983)", reference, known: "t3" },
          { model: "kolb", modelName: "Learning cycle", label: "Kolb (1984)", reference, known: added.length > 0 ? "t9" : null },
        ],
      }),
      add_model_works: ({ models }) => (added.push(...models), { count: models.length }),
      link_theory: (link) => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- as the program answers
        if (refusals-- > 0) throw { code: "invalid", problems: [{ field: "rationale", reason: "Say it shorter." }] };
        it.links = [{ ...bennerLink, label: kolb.label, link: { ...bennerLink.link, ...link, id: "l9" } }];
        return { ...link, id: "l9", deletedAt: null };
      },
    },
  );
  const screen = await open();
  await screen.getByRole("button", { name: "Link theory" }).click();
  const box = screen.getByRole("combobox", { name: "Which work?" });
  await box.click();
  await expect.element(screen.getByRole("option", { name: /^Kolb \(1984\)/ })).toHaveTextContent("not in your library yet");
  await userEvent.fill(box, "experiential");
  expect(screen.getByRole("option", { name: /^Schön/ }).elements()).toEqual([]);
  await userEvent.keyboard("{ArrowDown}{Enter}");
  await expect.element(box).toHaveValue("Kolb (1984)");
  await userEvent.fill(screen.getByRole("textbox", { name: "How does this explain what you did?" }), "I tried it, then thought.");
  await accessible();
  expect(added).toEqual([]);
  await screen.getByRole("button", { name: "Keep link" }).click();
  // The link was refused; the work that was added for it is still the one that is meant.
  await expect.element(screen.getByRole("link", { name: "Say it shorter." })).toBeVisible();
  await expect.element(box).toHaveValue("Kolb (1984)");
  await screen.getByRole("button", { name: "Keep link" }).click();
  await expect.poll(() => it.links[0]?.link).toMatchObject({ theoryId: "t9", rationale: "I tried it, then thought." });
  expect(added).toEqual(["kolb"]);
});

test("the text offers to link theory, and nothing that would be printed as it was typed", async () => {
  world();
  const screen = await open();
  const content = (): HTMLElement | null | undefined =>
    [...document.querySelectorAll(".frame")]
      .map((frame) => frame.shadowRoot?.querySelector<HTMLElement>("[aria-label=Conclusion]"))
      .find(Boolean);
  await expect.poll(content).toBeTruthy();
  content()?.focus();
  // Two brackets type one: the keyboard syntax of the test writes a key name in single ones.
  await userEvent.keyboard("[[@pep");
  await userEvent.keyboard("{Enter}/link th");
  const options = screen.getByRole("option");
  await expect.element(options).toHaveTextContent("Link theory");
  await userEvent.keyboard("{Enter}");
  await expect.element(screen.getByRole("combobox", { name: "Which work?" })).toHaveFocus();
  await expect.poll(() => content()?.textContent).toBe("[@pep");
});

const outdated = {
  ...bennerLink,
  link: { ...bennerLink.link, passage: "words that were there once" },
  passageGone: true,
};

test("a quotation of words that are gone says so, and is dropped with a way back", async () => {
  const it = world();
  it.links = [bennerLink];
  const first = await open();
  await expect.element(first.getByRole("link", { name: bennerLink.label })).toBeVisible();
  await expect.element(first.getByText("no longer in your account")).not.toBeInTheDocument();
  await first.unmount();
  const again = world();
  again.links = [outdated];
  const screen = await open();
  await expect.element(screen.getByText("These words are no longer in your account.")).toBeVisible();
  await accessible();
  await screen.getByRole("button", { name: "Drop the quotation the link to Benner (1984)" }).click();
  await expect.poll(() => again.links[0]?.link.passage).toBe("");
  await expect.element(screen.getByText("no longer in your account")).not.toBeInTheDocument();
  toasts.act(toasts.list.at(-1)?.id ?? 0);
  await expect.element(screen.getByText("These words are no longer in your account.")).toBeVisible();
  expect(again.links[0]?.link).toEqual(outdated.link);
});

test("the passage is picked again from what is selected, or asked for where nothing is", async () => {
  const it = world();
  it.links = [outdated];
  const screen = await open();
  const pick = screen.getByRole("button", { name: "Pick the passage again the link to Benner (1984)" });
  await pick.click();
  const passage = screen.getByRole("textbox", { name: "Is it about one passage?" });
  await expect.element(passage).toHaveFocus();
  await expect.element(passage).toHaveValue("words that were there once");
  await expect.element(screen.getByText(/close this, select them on the page/)).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await screen.getByRole("button", { name: /^Description/ }).click();
  await userEvent.keyboard("{Control>}a{/Control}");
  await pick.click();
  const whole = it.stored.stages[0]?.text ?? "";
  await expect.element(passage).toHaveValue(whole);
  await screen.getByRole("button", { name: "Keep link" }).click();
  await expect.poll(() => it.links[0]?.link.passage).toBe(whole);
  await expect.element(screen.getByText("no longer in your account")).not.toBeInTheDocument();
});
