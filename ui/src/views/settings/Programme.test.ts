import "../../styles/all.css";
import { afterEach, beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../backend";
import {
  labelProgrammeField,
  type ProgrammeField,
  type ProgrammeView,
  type Requirement,
} from "../../backend/contract";
import { memoryBackend, type MemoryBackend } from "../../backend/memory";
import { drafts } from "../../state/draft.svelte";
import { queries, resetQueries } from "../../state/query.svelte";
import { toasts } from "../../state/toast.svelte";
import { settled, violations } from "../../testing/accessible";
import Programme from "./Programme.svelte";
import { programmeView } from "./testing";

const root = document.documentElement;
const required = (hours: number): Requirement =>
  ({ target: hours * 60, steps: [], sentences: [], warnings: [], alternatives: [] }) as unknown as Requirement;

let backend: MemoryBackend;
let inUse: ProgrammeView;
beforeEach(() => {
  inUse = { ...programmeView, preview: { requirement: required(557), problems: [] } };
  backend = memoryBackend({
    programme: () => inUse,
    read_duration: ({ text }) => ({
      readings: [{ minutes: Number(text) * 60, label: `${text} h`, startedAt: null, endedAt: null }],
      problem: "",
    }),
    preview_programme: ({ weekly }) => ({
      requirement: required(weekly === 2250 ? 557 : 300),
      problems: [],
    }),
    save_programme: ({ learner, programme }) => {
      inUse = { learner, programme, preview: { requirement: required(300), problems: [] } };
      return inUse;
    },
  });
  installBackend(backend);
  resetQueries();
});
afterEach(async () => {
  await drafts.flush();
  resetQueries();
  await page.viewport(1280, 800);
  root.style.removeProperty("--text-size");
  for (const { id } of toasts.list) toasts.dismiss(id);
});

test("the figure beside the form says when it is only a preview, and what is in use", async () => {
  const screen = await render(Programme);
  await expect.element(screen.getByRole("heading", { name: "Your minimum", exact: true })).toBeVisible();
  await expect.element(screen.getByText("557 h", { exact: true })).toBeVisible();
  await userEvent.fill(screen.getByRole("textbox", { name: "Average hours a week" }), "20");
  await expect
    .element(screen.getByRole("heading", { name: "Your minimum, if you keep this" }))
    .toBeVisible();
  await expect.element(screen.getByText("300 h", { exact: true })).toBeVisible();
  await expect.element(screen.getByText(/It is not in use yet.\s+In use now: 557 h\./)).toBeVisible();
  await expect
    .element(screen.getByText("Not in use yet: kept here until you press “Keep programme”."))
    .toBeVisible();
  expect(await violations()).toEqual([]);

  await screen.getByRole("button", { name: "Keep programme" }).click();
  await expect.element(screen.getByRole("heading", { name: "Your minimum", exact: true })).toBeVisible();
  await expect.element(screen.getByText(/Not in use yet/)).not.toBeInTheDocument();
  expect(inUse.programme.weekly).toBe(1200);
  await expect
    .element(screen.getByRole("button", { name: "Keep programme" }))
    .toHaveFocus();
});

test("a change that is taken back shows in the form", async () => {
  const screen = await render(Programme);
  const name = screen.getByRole("textbox", { name: "Your name" });
  await userEvent.fill(name, "Amara Osei");
  await screen.getByRole("button", { name: "Keep programme" }).click();
  await expect.poll(() => inUse.learner.name).toBe("Amara Osei");
  backend.answer({
    undo: () => {
      inUse = { ...programmeView, preview: { requirement: required(557), problems: [] } };
      return { what: "Changed learner and programme", next: "" };
    },
  });
  await queries().command("undo", {});
  await expect.element(name).toHaveValue("");
});

test("a break that is half typed keeps its boxes when another one is taken away", async () => {
  const screen = await render(Programme);
  await screen.getByRole("button", { name: "Add a break" }).click();
  await screen.getByRole("button", { name: "Add a break" }).click();
  const months = screen.getByRole("group", { name: "First day of the break" }).nth(1).getByRole("textbox");
  await userEvent.fill(months.nth(1), "Mar");
  await screen.getByRole("button", { name: "Remove this break" }).first().click();
  const left = screen.getByRole("group", { name: "First day of the break" }).getByRole("textbox");
  await expect.element(left.nth(1)).toHaveValue("Mar");
});

for (const [width, height, size] of [
  [1280, 800, "100%"],
  [800, 600, "100%"],
  [1280, 800, "150%"],
  [800, 600, "200%"],
] as const) {
  // A window of few lines is for the boxes: there the buttons wait at the form's end.
  const inSight = size !== "200%";
  const where = inSight ? "is in sight" : "is at its end";
  test(`at ${width} by ${height} and ${size} what keeps the form ${where} and covers no box`, async () => {
    await page.viewport(width, height);
    root.style.setProperty("--text-size", size);
    const screen = await render(Programme);
    const keep = screen.getByRole("button", { name: "Keep programme" });
    await userEvent.fill(screen.getByRole("textbox", { name: "Your name" }), "Amara");
    await settled();
    const bar = (): DOMRect => {
      const found = keep.element().closest(".bar");
      if (!found) throw new Error("the button stands in no bar");
      return found.getBoundingClientRect();
    };
    if (inSight) expect(bar().bottom).toBeLessThanOrEqual(innerHeight);
    else expect(bar().top, "the window is for the boxes").toBeGreaterThanOrEqual(innerHeight);
    expect(bar().height, "most of the window is for the form").toBeLessThan(innerHeight / 2.5);
    for (let step = 0; step < 60; step += 1) {
      await userEvent.keyboard("{Tab}");
      const at = document.activeElement;
      if (!at || at === document.body || at === keep.element() || at.closest(".bar")) continue;
      if (!at.closest("form")) break;
      const box = at.getBoundingClientRect();
      expect(Math.round(box.bottom), `${at.id} is not under the bar`).toBeLessThanOrEqual(Math.ceil(bar().top));
      expect(box.top, at.id).toBeGreaterThanOrEqual(0);
      expect(Math.floor(box.bottom), `all of ${at.id} is in the window`).toBeLessThanOrEqual(innerHeight);
      if (inSight) expect(keep.element().getBoundingClientRect().bottom).toBeLessThanOrEqual(innerHeight);
    }
    keep.element().scrollIntoView();
    await settled();
    expect(keep.element().getBoundingClientRect().bottom).toBeLessThanOrEqual(innerHeight);
    expect(root.scrollWidth).toBeLessThanOrEqual(root.clientWidth);
  });
}

// A check that misses something leads here: the keyboard is in the box that it names, in the same words.
test.each(Object.entries(labelProgrammeField) as [ProgrammeField, string][])(
  "whoever comes for %s finds the keyboard there, under “%s”",
  async (field, label) => {
    const screen = await render(Programme, { field });
    await expect.poll(() => document.activeElement?.tagName).toMatch(/^(INPUT|BUTTON)$/);
    const box = document.activeElement as HTMLElement;
    const names = [screen.container.querySelector(`label[for="${box.id}"]`)?.textContent];
    for (let group = box.closest("fieldset"); group; group = group.parentElement?.closest("fieldset") ?? null) {
      names.push(group.querySelector("legend")?.textContent);
    }
    expect(names.map((name) => name?.replace("(optional)", "").trim())).toContain(label);
  },
);
