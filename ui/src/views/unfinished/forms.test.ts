// Every form of the interface keeps whatever is typed into any of its boxes, however one leaves it.
import "../../styles/all.css";
import { tick, type Component } from "svelte";
import { afterEach, beforeEach, expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../backend";
import type { Activity, ActivityContent, ActivityRow, Measured, Theory, Timer } from "../../backend/contract";
import { memoryBackend, type MemoryBackend } from "../../backend/memory";
import { drafts } from "../../state/draft.svelte";
import { resetQueries } from "../../state/query.svelte";
import { toasts } from "../../state/toast.svelte";
import { violations } from "../../testing/accessible";
import ActivityForm from "../activities/ActivityForm.svelte";
import ConfirmDialog from "../activities/ConfirmDialog.svelte";
import CopyWeek from "../activities/CopyWeek.svelte";
import Due from "../activities/Due.svelte";
import Entry from "../activities/Entry.svelte";
import RecurrenceForm from "../activities/RecurrenceForm.svelte";
import { blankRecurrence } from "../activities/recurring";
import TimerStopped from "../activities/TimerStopped.svelte";
import Details from "../reflections/Details.svelte";
import LinkTheoryDialog from "../reflections/LinkTheoryDialog.svelte";
import PictureDialog from "../reflections/PictureDialog.svelte";
import { nightShift, works } from "../reflections/testing/samples";
import ModelForm from "../settings/ModelForm.svelte";
import ProgrammeForm from "../settings/ProgrammeForm.svelte";
import { programmeView } from "../settings/testing";
import { blank } from "../theory/form";
import WorkForm from "../theory/WorkForm.svelte";

const nothing = (): undefined => undefined;
const model = {
  id: null,
  name: "",
  reference: "",
  stages: [{ key: "stage-1", name: "", prompt: "" }],
};
const link = { id: null, theoryId: "", relation: "applies", rationale: "", passage: "" } as const;

const activity: Activity = {
  ...nightShift.activity,
  category: "shadowing",
  whatWasDone: "Watched a dressing.",
  whatWasLearned: "",
  paid: "paid",
  compensation: "",
  deliveredBy: "",
  deliveredByKind: "unknown",
  place: "unknown",
  criteria: ["K3"],
  tags: [],
  state: "draft",
  createdAt: "2026-11-19T20:00:00Z",
  changedAt: "2026-11-19T20:00:00Z",
  deletedAt: null,
};
const work: Theory = {
  ...blank,
  id: "t1",
  title: "Self-efficacy",
  authors: [{ family: "Bandura", given: "A." }],
  createdAt: "2026-11-19T20:00:00Z",
  changedAt: "2026-11-19T20:00:00Z",
  evidenceId: null,
  deletedAt: null,
};

const row: ActivityRow = { ...nightShift, activity };
const another: ActivityRow = { ...nightShift, activity: { ...activity, id: "a2", title: "Late shift" } };
const fresh = blankRecurrence("2026-11-23");
const timer: Timer = {
  title: "Library",
  on: "2026-11-23",
  started: "2026-11-23T09:00:00Z",
  stopped: "2026-11-23T10:35:00Z",
};
const measured: Measured = {
  minutes: 95,
  ran: 95,
  startedAt: "09:00:00",
  endedAt: "10:35:00",
  doubt: null,
};
const {
  id: _id,
  state: _state,
  createdAt: _made,
  changedAt: _changed,
  deletedAt: _gone,
  ...rest
} = activity;
const content: ActivityContent = rest;

interface Case {
  name: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- forms of every kind
  form: Component<any, any, any>;
  props: Record<string, unknown>;
  /** Buttons that add rows, pressed before anything is typed. */
  adds?: readonly string[];
}
const forms: readonly Case[] = [
  {
    name: "the programme",
    form: ProgrammeForm,
    props: { view: programmeView, onkept: nothing },
    adds: ["Add a break", "Add a break", "Add a change of hours"],
  },
  { name: "the entry row", form: Entry, props: { today: "2026-11-23" } },
  { name: "a new activity", form: ActivityForm, props: { today: "2026-11-23", ondone: nothing } },
  {
    name: "a changed activity",
    form: ActivityForm,
    props: { activity, ondone: nothing },
  },
  { name: "a confirmation", form: ConfirmDialog, props: { open: true, rows: [row], today: "2026-11-23" } },
  {
    name: "a confirmation of several entries",
    form: ConfirmDialog,
    props: { open: true, rows: [row, another], today: "2026-11-23" },
  },
  { name: "something new that recurs", form: RecurrenceForm, props: { start: fresh, ondone: nothing } },
  {
    name: "something that recurs and is changed",
    form: RecurrenceForm,
    props: {
      start: { ...fresh, id: "rec1", title: "College day", weekdays: ["tuesday"] },
      ondone: nothing,
    },
  },
  { name: "the time of a timer", form: TimerStopped, props: { timer, measured } },
  { name: "what is due", form: Due, props: {} },
  { name: "a copy of the week before", form: CopyWeek, props: { open: true, day: "2026-11-23" } },
  { name: "a new work", form: WorkForm, props: { ondone: nothing }, adds: ["Add another author"] },
  {
    name: "a changed work",
    form: WorkForm,
    props: { work, ondone: nothing },
    adds: ["Add another author", "Add another author"],
  },
  {
    name: "a new link to theory",
    form: LinkTheoryDialog,
    props: { start: link, reflectionId: "r1", onclose: nothing },
  },
  {
    name: "a changed link to theory",
    form: LinkTheoryDialog,
    props: { start: { ...link, id: "l1", theoryId: "t1" }, reflectionId: "r1", onclose: nothing },
  },
  { name: "a model of one's own", form: ModelForm, props: { model, ondone: nothing }, adds: ["Add a stage"] },
  {
    name: "a picture",
    form: PictureDialog,
    props: { question: { name: "sheet.png", answer: nothing }, reflectionId: "r1" },
  },
  {
    name: "half the day of a reflection",
    form: Details,
    props: { reflectionId: "r1", day: null, module: "", onday: nothing, onmodule: nothing, dayId: "x-day" },
  },
];

let backend: MemoryBackend;
beforeEach(() => {
  backend = memoryBackend({
    portfolio_status: () => ({ today: "2026-11-23" }) as never,
    list_theory: () => ({ rows: [...works], alike: [] }),
    read_duration: ({ text }) => ({ readings: [], problem: `${text} is no length of time` }),
    confirmers: () => ({ people: [{ name: "Hester Quillinan", role: "Skills tutor" }] }),
    due_entries: () => ({
      entries: ["2026-11-16", "2026-11-23"].map((dueOn) => ({ recurrenceId: "rec1", dueOn, content })),
      total: 2,
    }),
    propose_week: () => ({
      firstDay: "2026-11-23",
      proposals: ["a1", "a2"].map((from) => ({
        from,
        content,
        claimedThen: 60,
        isThere: false,
        isToCome: false,
        standing: "training" as const,
      })),
    }),
    preview_theory: () => ({ reference: [], doubts: [] }),
    preview_programme: () => ({ requirement: null, problems: [] }),
  });
  installBackend(backend);
  resetQueries();
});
afterEach(async () => {
  await drafts.flush();
  resetQueries();
  for (const { id } of toasts.list) toasts.dismiss(id);
});

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What a person can fill in. A box that only looks for something is none. */
const controls = (): Control[] =>
  [...document.querySelectorAll<Control>("input, textarea, select")].filter(
    (control) => control.getAttribute("role") !== "combobox" && control.id !== "link-theoryId",
  );

const state = (): string[] =>
  controls().map((control) =>
    control instanceof HTMLInputElement && ["checkbox", "radio"].includes(control.type)
      ? `${control.type} ${control.checked ? "on" : "off"}`
      : `${control.tagName} ${control.value}`,
  );

function change(control: Control, at: number): void {
  if (control instanceof HTMLSelectElement) {
    const last = control.options[control.options.length - 1];
    control.value = last?.value ?? "";
    control.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (control.type === "checkbox" || control.type === "radio") {
    control.click();
  } else {
    control.value = `x${at}`;
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

async function open({ form, props }: Case) {
  const screen = await render(form, { ...props });
  await expect.poll(() => controls().length).toBeGreaterThan(0);
  return screen;
}

/** Fills in every box, also those that appear only when another one is filled in. */
async function fillIn({ adds = [] }: Case, screen: Awaited<ReturnType<typeof open>>): Promise<void> {
  for (const name of adds) await screen.getByRole("button", { name }).click();
  for (const kind of ["select", "input, textarea"]) {
    for (const [at, control] of controls().entries()) {
      if (control.matches(kind) && control.isConnected) change(control, at);
      await tick();
    }
  }
}

for (const one of forms) {
  test(`${one.name}: every box comes back as it was left`, async () => {
    const screen = await open(one);
    const before = state();
    await fillIn(one, screen);
    const left = state();
    expect(left).not.toEqual(before);
    // At once, as somebody leaves who is called away.
    await screen.unmount();
    await drafts.flush();

    const again = await open(one);
    await expect.poll(state).toEqual(left);
    await expect.element(again.getByRole("status").filter({ hasText: "Discard what you typed" })).toBeVisible();
    await expect
      .element(again.getByRole("status").filter({ hasText: "Discard what you typed" }))
      .toHaveTextContent(/^Unfinished changes from /);
    expect(await violations()).toEqual([]);

    // Nothing was typed here: looking at it writes nothing.
    const writes = backend.calls.filter(({ name }) => name === "save_unfinished").length;
    await drafts.flush();
    expect(backend.calls.filter(({ name }) => name === "save_unfinished")).toHaveLength(writes);

    // Discarded, the boxes hold what they held at first, until that is taken back.
    await again.getByRole("button", { name: "Discard what you typed" }).click();
    await expect.poll(state).toEqual(before);
    await expect.poll(() => toasts.list.at(-1)?.message).toBe("Discarded what you had typed");
    toasts.act(toasts.list.at(-1)?.id ?? 0);
    await expect.poll(state).toEqual(left);
    await again.unmount();
  });
}
