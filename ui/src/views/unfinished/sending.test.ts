// What becomes of a form that is sent off, is changed elsewhere, or cannot be kept.
import "../../styles/all.css";
import { afterEach, beforeEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../backend";
import type { Activity, ActivityRow, SaveActivity } from "../../backend/contract";
import { memoryBackend, type MemoryBackend } from "../../backend/memory";
import { drafts } from "../../state/draft.svelte";
import { queries, resetQueries } from "../../state/query.svelte";
import { router } from "../../state/router.svelte";
import { toasts } from "../../state/toast.svelte";
import ActivityForm from "../activities/ActivityForm.svelte";
import Due from "../activities/Due.svelte";
import Entry from "../activities/Entry.svelte";
import { nightShift } from "../reflections/testing/samples";

const activity: Activity = {
  ...nightShift.activity,
  title: "Night shift",
  category: null,
  whatWasDone: "Watched a dressing.",
  whatWasLearned: "",
  paid: "paid",
  compensation: "",
  deliveredBy: "",
  deliveredByKind: "unknown",
  place: "unknown",
  criteria: [],
  tags: [],
  state: "draft",
  createdAt: "2026-11-19T20:00:00Z",
  changedAt: "2026-11-19T20:00:00Z",
  deletedAt: null,
};
const rowOf = (saved: SaveActivity): ActivityRow =>
  ({ ...nightShift, activity: { ...activity, ...saved, id: "a9" } });

let backend: MemoryBackend;
let saved: SaveActivity[];
beforeEach(() => {
  saved = [];
  backend = memoryBackend({
    read_duration: ({ text }) => ({
      readings: [{ minutes: 60, label: "1 h", startedAt: null, endedAt: null }],
      problem: text,
    }),
    save_activity: (request) => {
      saved.push(request);
      return rowOf(request);
    },
  });
  installBackend(backend);
  resetQueries();
});
afterEach(async () => {
  await drafts.flush();
  resetQueries();
  for (const { id } of toasts.list) toasts.dismiss(id);
});

const kept = (about: string | null = null) => backend.call("unfinished", { form: "activity", about });
const line = (screen: Awaited<ReturnType<typeof render>>) => screen.getByRole("status").first();

test("an entry is kept while it is typed, and gone once it is added", async () => {
  const screen = await render(Entry, { today: "2026-11-23" });
  const title = screen.getByRole("textbox", { name: "What did you do?" });
  await userEvent.fill(title, "Wound car");
  await expect
    .element(screen.getByText(/Not in use yet: kept here until you press “Log it”/))
    .toBeVisible();
  await drafts.flush();
  expect((await kept())?.fields).toContainEqual({ name: "title", text: "Wound car", before: "" });
  expect((await kept())?.fields, "the day that it was about").toContainEqual({
    name: "doneOn.day",
    text: "23",
    before: "23",
  });
  await screen.getByRole("button", { name: "Log it" }).click();
  await expect.poll(() => saved.length).toBe(1);
  await expect.element(title).toHaveValue("");
  await expect.element(screen.getByText(/Not in use yet/)).not.toBeInTheDocument();
  await drafts.flush();
  expect(await kept()).toBeNull();
});

test("what is typed while an entry is being added is the beginning of the next one", async () => {
  let answer = (): void => undefined;
  backend.answer({
    save_activity: (request) =>
      new Promise((resolve) => (answer = () => resolve(rowOf(request)))),
  });
  const screen = await render(Entry, { today: "2026-11-23" });
  const title = screen.getByRole("textbox", { name: "What did you do?" });
  await userEvent.fill(title, "Wound care");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => backend.calls.some(({ name }) => name === "save_activity")).toBe(true);
  await userEvent.fill(title, "Lecture on con");
  await drafts.flush();
  answer();
  await expect.poll(() => toasts.list.length).toBe(1);
  await expect.element(title).toHaveValue("Lecture on con");
  await drafts.flush();
  const fields = (await kept())?.fields ?? [];
  expect(fields).toContainEqual({ name: "title", text: "Lecture on con", before: "" });
});

test("an entry that is on its way when its row is left is in the log or there again, and never lost", async () => {
  let answer = (): void => undefined;
  let refuse = (): void => undefined;
  backend.answer({
    save_activity: (request) =>
      new Promise((resolve, reject) => {
        answer = () => resolve(rowOf(request));
        refuse = () => reject({ code: "diskFull" });
      }),
  });
  const sent = (): number => backend.calls.filter(({ name }) => name === "save_activity").length;
  const type = async (words: string): Promise<void> => {
    const screen = await render(Entry, { today: "2026-11-23" });
    await userEvent.fill(screen.getByRole("textbox", { name: "What did you do?" }), words);
    await userEvent.keyboard("{Enter}Lect");
    await expect.poll(() => backend.calls.at(-1)?.name).toBe("save_activity");
    await screen.unmount();
  };
  await type("Wound care");
  answer();
  // The next words were typed before the entry was in the log, and are the beginning of the next one.
  const next = await render(Entry, { today: "2026-11-23" });
  const title = next.getByRole("textbox", { name: "What did you do?" });
  await expect.element(title).toHaveValue("Lect");
  await expect.element(next.getByText(/is not logged yet/)).not.toBeInTheDocument();
  await next.getByRole("button", { name: "Discard what you typed" }).click();
  await expect.element(title).toHaveValue("");
  await next.unmount();

  await type("Night shift");
  expect(sent()).toBe(2);
  refuse();
  const again = await render(Entry, { today: "2026-11-24" });
  await expect.element(again.getByText(/“Night shift” is not logged yet/)).toBeVisible();
  await expect.element(again.getByRole("textbox", { name: "What did you do?" })).toHaveValue("Lect");
  await again.getByRole("button", { name: "Put it back into the row" }).click();
  await expect.element(again.getByRole("textbox", { name: "What did you do?" })).toHaveValue("Night shift");
  await expect.element(again.getByText(/“Lect” is not logged yet/)).toBeVisible();
});

test("entries that wait beside the row are still there when another was kept in the full form", async () => {
  await backend.call("save_unfinished", {
    form: "activity",
    about: null,
    fields: [{ name: "waiting", text: JSON.stringify([{ title: "Night shift", day: "mon" }]), before: "" }],
  });
  const form = await render(ActivityForm, { today: "2026-11-23", ondone: () => undefined });
  await userEvent.fill(form.getByRole("textbox", { name: "What did you do?" }), "Wound care");
  await form.getByRole("button", { name: "Keep entry" }).click();
  await expect.poll(() => saved.length).toBe(1);
  await form.unmount();
  const row = await render(Entry, { today: "2026-11-23" });
  await expect.element(row.getByText(/“Night shift” is not logged yet/)).toBeVisible();
  await expect.element(row.getByRole("textbox", { name: "What did you do?" })).toHaveValue("");
});

test("an answer to what is due leaves the words about another day alone", async () => {
  const { state: _state, createdAt: _made, changedAt: _changed, deletedAt: _gone, id: _id, ...content } = activity;
  let days = ["2026-11-16", "2026-11-09"];
  backend.answer({
    due_entries: () => ({
      entries: days.map((dueOn) => ({ recurrenceId: "rec1", dueOn, content })),
      total: days.length,
    }),
    answer_recurrence: ({ dueOn }) => {
      days = days.filter((day) => day !== dueOn);
      return null;
    },
  });
  const screen = await render(Due);
  await screen.getByRole("heading", { name: /^2 recurring entries were due/ }).click();
  await userEvent.fill(screen.getByRole("textbox", { name: /16 Nov/ }), "1h");
  await userEvent.fill(screen.getByRole("textbox", { name: /9 Nov/ }), "half an h");
  await screen.getByRole("button", { name: /It did not happen.*16 Nov/ }).click();
  await expect.element(screen.getByRole("textbox", { name: /16 Nov/ })).not.toBeInTheDocument();
  await screen.unmount();
  await drafts.flush();
  const left = await backend.call("unfinished", { form: "due", about: null });
  expect(left?.fields).toEqual([{ name: "rec1-2026-11-09", text: "half an h", before: "" }]);
  const again = await render(Due);
  await expect.element(again.getByRole("textbox", { name: /9 Nov/ })).toHaveValue("half an h");
});

test("the day of an entry that was begun yesterday is still that day", async () => {
  const screen = await render(Entry, { today: "2026-11-23" });
  await userEvent.fill(screen.getByRole("textbox", { name: "What did you do?" }), "Wound car");
  await screen.unmount();
  await drafts.flush();
  const next = await render(Entry, { today: "2026-11-24" });
  await expect.element(next.getByRole("textbox", { name: "What did you do?" })).toHaveValue("Wound car");
  await expect.element(next.getByRole("textbox", { name: "Day" })).toHaveValue("Mon 23 Nov 2026");
  await next.getByRole("button", { name: "Discard what you typed" }).click();
  await expect.element(next.getByRole("textbox", { name: "Day" })).toHaveValue("today");
});

test("an entry goes on in the form with every field, and none of it is left out in the row", async () => {
  const row = await render(Entry, { today: "2026-11-23" });
  await userEvent.fill(row.getByRole("textbox", { name: "What did you do?" }), "Wound care");
  await row.unmount();
  const form = await render(ActivityForm, { today: "2026-11-23" });
  await expect.element(form.getByRole("textbox", { name: "What did you do?" })).toHaveValue("Wound care");
  await userEvent.fill(form.getByRole("textbox", { name: "What was done" }), "She asked what I smelled.");
  await expect.element(form.getByRole("button", { name: "Finish later" })).toBeVisible();
  await form.unmount();

  const again = await render(Entry, { today: "2026-11-23" });
  await expect.element(again.getByText(/finish it under “All details”/)).not.toBeInTheDocument();
  await userEvent.fill(again.getByRole("textbox", { name: "What did you do?" }), "Wound care, left leg");
  await expect.element(again.getByText(/finish it under “All details”/)).toBeVisible();
  await again.getByRole("button", { name: "Log it" }).click();
  expect(saved).toEqual([]);
  expect(router.current).toEqual({ room: "activities", id: "new" });
  await again.unmount();
  const last = await render(ActivityForm, { today: "2026-11-23", ondone: () => undefined });
  await expect
    .element(last.getByRole("textbox", { name: "What was done" }))
    .toHaveValue("She asked what I smelled.");
  await last.getByRole("button", { name: "Keep entry" }).click();
  await expect.poll(() => saved).toMatchObject([
    { title: "Wound care, left leg", whatWasDone: "She asked what I smelled." },
  ]);
  await drafts.flush();
  expect(await kept()).toBeNull();
});

test("of an entry that is changed only what differs is kept, and it says so if the entry changed since", async () => {
  const screen = await render(ActivityForm, { activity });
  await userEvent.fill(screen.getByRole("textbox", { name: "What did you do?" }), "Night shift on the ward");
  await screen.unmount();
  await drafts.flush();
  expect((await kept("a1"))?.fields).toEqual([
    { name: "title", text: "Night shift on the ward", before: "Night shift" },
  ]);
  // Meanwhile somebody changed another part of it, which shows; and then the very same part.
  const other = await render(ActivityForm, { activity: { ...activity, whatWasDone: "Helped." } });
  await expect.element(other.getByRole("textbox", { name: "What was done" })).toHaveValue("Helped.");
  await expect
    .element(other.getByRole("textbox", { name: "What did you do?" }))
    .toHaveValue("Night shift on the ward");
  await expect.element(line(other)).not.toHaveTextContent(/changed in the meantime/);
  await other.unmount();
  const same = await render(ActivityForm, { activity: { ...activity, title: "A long night" } });
  await expect
    .element(same.getByRole("textbox", { name: "What did you do?" }))
    .toHaveValue("Night shift on the ward");
  await expect.element(same.getByText(/It was changed in the meantime/)).toBeVisible();
});

test("taking a change back by hand leaves nothing unfinished", async () => {
  const screen = await render(ActivityForm, { activity });
  const title = screen.getByRole("textbox", { name: "What did you do?" });
  await userEvent.fill(title, "Night shift on the ward");
  await drafts.flush();
  expect(await kept("a1")).not.toBeNull();
  await userEvent.fill(title, "Night shift");
  await drafts.flush();
  expect(await kept("a1")).toBeNull();
  await expect.element(screen.getByRole("button", { name: "Cancel" })).toBeVisible();
});

test("a form that is refused keeps every word", async () => {
  backend.answer({
    save_activity: () =>
      Promise.reject({ code: "invalid", problems: [{ field: "title", reason: "Give it a title." }] }),
  });
  const screen = await render(ActivityForm, { today: "2026-11-23" });
  await userEvent.fill(screen.getByRole("textbox", { name: "What was done" }), "Half an answer");
  await screen.getByRole("button", { name: "Keep entry" }).click();
  await expect.element(screen.getByRole("link", { name: "Give it a title." })).toBeVisible();
  await screen.unmount();
  await drafts.flush();
  const again = await render(ActivityForm, { today: "2026-11-23" });
  await expect.element(again.getByRole("textbox", { name: "What was done" })).toHaveValue("Half an answer");
});

test("words that cannot be kept hold the window, and go on living in the form that is opened next", async () => {
  const full = { save_unfinished: () => Promise.reject({ code: "diskFull" }) } as const;
  const working = memoryBackend();
  backend.answer(full);
  const screen = await render(ActivityForm, { activity });
  await userEvent.fill(screen.getByRole("textbox", { name: "What was done" }), "On a full disk");
  expect(await drafts.flush()).toBe(false);
  await expect.element(screen.getByText(/Not kept: the disk is full/)).toBeVisible();
  await screen.unmount();
  expect(drafts.dirty).toBe(true);
  const again = await render(ActivityForm, { activity });
  await expect.element(again.getByRole("textbox", { name: "What was done" })).toHaveValue("On a full disk");
  backend.answer({
    save_unfinished: (request) => working.call("save_unfinished", request),
    unfinished: (request) => working.call("unfinished", request),
  });
  expect(await drafts.flush()).toBe(true);
  expect(drafts.dirty).toBe(false);
  expect((await kept("a1"))?.fields[0]?.text).toBe("On a full disk");
});

test("taking a discarding back from anywhere fills the boxes that are empty, and no others", async () => {
  const screen = await render(ActivityForm, { activity });
  await userEvent.fill(screen.getByRole("textbox", { name: "What did you do?" }), "Night shift on the ward");
  await userEvent.fill(screen.getByRole("textbox", { name: "What was done" }), "Half an answer");
  await drafts.flush();
  const discarded = await kept("a1");
  await screen.getByRole("button", { name: "Discard what you typed" }).click();
  await expect
    .element(screen.getByRole("textbox", { name: "What was done" }))
    .toHaveValue("Watched a dressing.");
  await userEvent.fill(screen.getByRole("textbox", { name: "What did you do?" }), "Another title");
  await drafts.flush();
  // As the command that takes the last change back does it.
  backend.answer({
    undo: async () => {
      await backend.call("save_unfinished", {
        form: "activity",
        about: "a1",
        fields: [
          { name: "title", text: "Another title", before: "Night shift" },
          ...(discarded?.fields.filter(({ name }) => name !== "title") ?? []),
        ],
      });
      return { what: "Discarded", next: "" };
    },
  });
  await queries().command("undo", {});
  await expect.element(screen.getByRole("textbox", { name: "What was done" })).toHaveValue("Half an answer");
  await expect
    .element(screen.getByRole("textbox", { name: "What did you do?" }))
    .toHaveValue("Another title");
});
