import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import type { DueEntry, Recurrence, SaveRecurrence } from "../../backend/contract";
import { router } from "../../state/router.svelte";
import { settled } from "../../testing/accessible";
import { accessible } from "../../testing/rooms";
import ActivityDetail from "./ActivityDetail.svelte";
import Due from "./Due.svelte";
import { rhythm } from "./recurring";
import Recurring from "./Recurring.svelte";
import { row, version, view } from "./testing/samples";
import { asked, TODAY, world } from "./testing/world";

const root = document.documentElement;
afterEach(async () => {
  root.removeAttribute("data-theme");
  router.go({ room: "today" }, { replace: true });
  await page.viewport(1280, 800);
});

function recurrence(change: Partial<Recurrence> = {}): Recurrence {
  return {
    id: "rec1",
    title: "College day",
    weekdays: ["tuesday"],
    everyWeeks: 1,
    from: "2026-09-08",
    until: null,
    startedAt: "09:30:00",
    endedAt: "16:30:00",
    duration: 360,
    category: "theory",
    paid: "paid",
    deliveredBy: "",
    deliveredByKind: "provider",
    place: "campus",
    criteria: [],
    tags: [],
    createdAt: "2026-09-08T20:00:00Z",
    changedAt: "2026-09-08T20:00:00Z",
    deletedAt: null,
    ...change,
  };
}

function due(dueOn: string, change: Partial<DueEntry["content"]> = {}): DueEntry {
  const { content } = version();
  const offered = { ...content, title: "College day", doneOn: dueOn, duration: 120, offTheJob: null };
  return { recurrenceId: "rec1", dueOn, content: { ...offered, ...change } };
}

/** What is due stands folded in one line. */
async function unfolded(line = "1 recurring entry was due: did it take place?") {
  const screen = await render(Due, {});
  await screen.getByRole("heading", { name: line }).click();
  return screen;
}

test("what is due is one line that says how much it is, and unfolds by key", async () => {
  world({ due_entries: () => ({ entries: [due("2026-11-10"), due("2026-11-03")], total: 2 }) });
  const screen = await render(Due, {});
  const line = screen.getByRole("heading", { name: "2 recurring entries were due: did they take place?" });
  await expect.element(line).toBeVisible();
  await expect.element(screen.getByText("College day, Tue 10 Nov, 2 h")).not.toBeVisible();
  await accessible();
  (line.element().closest("summary") as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(screen.getByText("College day, Tue 10 Nov, 2 h")).toBeVisible();
});

test("what was typed about a day that was due is not folded away", async () => {
  world({
    due_entries: () => ({ entries: [due("2026-11-10")], total: 1 }),
    unfinished: ({ form, about }) =>
      form === "due"
        ? { form, about, fields: [{ name: "rec1-2026-11-10", text: "1h30", before: "" }], changedAt: "2026-11-10T20:00:00Z" }
        : null,
  });
  const screen = await render(Due, {});
  await expect
    .element(screen.getByRole("textbox", { name: "Learning off the job in College day, Tue 10 Nov" }))
    .toHaveValue("1h30");
  await expect.element(screen.getByText("College day, Tue 10 Nov, 2 h")).toBeVisible();
});

test("what is due is offered, and logged with learning time at one key", async () => {
  const backend = world({
    due_entries: () => ({ entries: [due("2026-11-10", { duration: 120 })], total: 1 }),
    answer_recurrence: () => row({ id: "new1" }),
  });
  const screen = await unfolded();
  await expect.element(screen.getByText("College day, Tue 10 Nov, 2 h")).toBeVisible();
  await accessible();
  await screen.getByRole("textbox", { name: "Learning off the job in College day, Tue 10 Nov" }).click();
  await userEvent.keyboard("={Enter}");
  await expect.poll(() => asked(backend, "answer_recurrence")).toEqual([
    { recurrenceId: "rec1", dueOn: "2026-11-10", happened: true, offTheJob: 120, whatWasLearned: "", carried: null },
  ]);
});

test("an offer shows what it brings along, and logs what was different this time", async () => {
  const backend = world({
    due_entries: () => ({ entries: [due("2026-11-10", { paid: "paid", deliveredBy: "Oakfield College", place: "campus" })], total: 1 }),
    answer_recurrence: () => row({ id: "new1" }),
  });
  const screen = await unfolded();
  await screen.getByText(/In paid hours · Oakfield College/).click();
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Where?" }), "Online");
  await expect.element(screen.getByText(/Oakfield College · .*Online/)).toBeVisible();
  await accessible();
  await screen.getByRole("button", { name: /^Log it/ }).click();
  await expect.poll(() => asked(backend, "answer_recurrence")).toMatchObject([
    { happened: true, carried: { place: "online", deliveredBy: "Oakfield College", paid: "paid" } },
  ]);
});

test("what recurs says whether it is paid, who delivers it, where and for which criteria", async () => {
  const backend = world({ save_recurrence: (request) => ({ ...recurrence(), ...request, id: "rec9" }) });
  const screen = await render(Recurring, { today: TODAY });
  await screen.getByRole("button", { name: "Add a recurring entry" }).click();
  await screen.getByRole("textbox", { name: "What recurs?" }).fill("Tutorial");
  await screen.getByRole("checkbox", { name: "Tuesday" }).click();
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Was it paid time?" }), "Outside paid hours, compensated");
  await screen.getByRole("textbox", { name: /^Who delivered it/ }).fill("Oakfield College");
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Where?" }), "Campus");
  await screen.getByRole("textbox", { name: /^Criteria it serves/ }).fill("k1 s4");
  await accessible();
  await screen.getByRole("button", { name: "Keep", exact: true }).click();
  await expect.poll(() => asked(backend, "save_recurrence")).toMatchObject([
    { paid: "compensated", deliveredBy: "Oakfield College", place: "campus", criteria: ["K1", "S4"] },
  ]);
});

test("what did not happen is noted, and nothing is claimed", async () => {
  const backend = world({
    due_entries: () => ({ entries: [due("2026-11-10")], total: 1 }),
    answer_recurrence: () => null,
  });
  const screen = await unfolded();
  await screen.getByRole("button", { name: /It did not happen “College day”/ }).click();
  await expect.poll(() => asked(backend, "answer_recurrence")).toMatchObject([
    { happened: false, offTheJob: null },
  ]);
});

test("a length that cannot be read is said, and nothing is logged", async () => {
  const backend = world({ due_entries: () => ({ entries: [due("2026-11-10")], total: 1 }) });
  const screen = await unfolded();
  await screen.getByRole("textbox").fill("soon");
  await screen.getByRole("button", { name: /^Log it/ }).click();
  await expect.element(screen.getByText("This is not a length of time.").first()).toBeVisible();
  expect(asked(backend, "answer_recurrence")).toEqual([]);
});

test("three days are offered first, the others on asking", async () => {
  const days = ["10", "03"].map((day) => `2026-11-${day}`);
  const more = ["27", "20", "13"].map((day) => `2026-10-${day}`);
  world({ due_entries: () => ({ entries: [...days, ...more].map((day) => due(day)), total: 7 }) });
  const screen = await unfolded("7 recurring entries were due: did they take place?");
  await expect.poll(() => screen.getByRole("listitem").elements().length).toBe(3);
  await expect.element(screen.getByText("2 more wait behind these.")).toBeVisible();
  await screen.getByRole("button", { name: "Show all 5" }).click();
  expect(screen.getByRole("listitem").elements()).toHaveLength(5);
});

test("nothing due is nothing shown", async () => {
  world();
  const screen = await render(Due, {});
  await settled();
  expect(screen.container.textContent.trim()).toBe("");
});

test("what recurs is listed with its rhythm and next day, and goes to the bin", async () => {
  const backend = world({
    list_recurrences: () => ({
      rows: [
        { recurrence: recurrence(), due: 2, next: "2026-11-24" },
        { recurrence: recurrence({ id: "rec2", title: "Tutorial" }), due: 0, next: null },
      ],
    }),
    move_to_bin: () => ({ title: "College day", note: "" }),
  });
  const screen = await render(Recurring, { today: TODAY });
  await expect.element(screen.getByText("Every Tuesday · 6 h").first()).toBeVisible();
  await expect.element(screen.getByText("next on Tue 24 Nov; 2 days are open: say in Activities whether they took place")).toBeVisible();
  await expect.element(screen.getByText("no day to come")).toBeVisible();
  await accessible();
  await screen.getByRole("button", { name: "Move to bin “College day”" }).click();
  await expect.poll(() => asked(backend, "move_to_bin")).toEqual([{ kind: "recurrence", id: "rec1" }]);
});

test("something that recurs is added with the keyboard", async () => {
  const backend = world({ save_recurrence: ({ id: _, ...it }) => recurrence(it) });
  const screen = await render(Recurring, { today: TODAY });
  await expect.element(screen.getByRole("heading", { name: "What comes again" })).toBeVisible();
  await screen.getByRole("button", { name: "Add a recurring entry" }).click();
  await screen.getByRole("textbox", { name: "What recurs?" }).fill("Night tutorial");
  await screen.getByRole("checkbox", { name: "Thursday" }).click();
  await screen.getByRole("checkbox", { name: "Monday" }).click();
  await screen.getByRole("textbox", { name: "Every how many weeks?" }).fill("2");
  await screen.getByRole("textbox", { name: /How long does it take/ }).fill("22:00-06:00");
  await expect.element(screen.getByText(/^From 22:00 to 06:00/)).toBeVisible();
  await accessible();
  await screen.getByRole("button", { name: "Keep", exact: true }).click();
  await expect.poll(() => asked(backend, "save_recurrence")).toMatchObject([
    {
      id: null,
      title: "Night tutorial",
      weekdays: ["thursday", "monday"],
      everyWeeks: 2,
      from: TODAY,
      until: null,
      startedAt: "22:00:00",
      endedAt: "06:00:00",
      duration: 480,
    },
  ]);
});

test("what is wrong with it stands beside its box, and a number of weeks must be one", async () => {
  const backend = world({
    save_recurrence: () =>
      Promise.reject({
        code: "invalid",
        problems: [{ field: "weekdays", reason: "Choose at least one day of the week." }],
      }),
  });
  const screen = await render(Recurring, { today: TODAY });
  await screen.getByRole("button", { name: "Add a recurring entry" }).click();
  await screen.getByRole("textbox", { name: "Every how many weeks?" }).fill("often");
  await screen.getByRole("button", { name: "Keep", exact: true }).click();
  await expect.element(screen.getByRole("link", { name: /number of weeks/ })).toBeVisible();
  expect(asked(backend, "save_recurrence")).toEqual([]);
  await screen.getByRole("textbox", { name: "Every how many weeks?" }).fill("1");
  await screen.getByRole("button", { name: "Keep", exact: true }).click();
  await expect.element(screen.getByRole("link", { name: /at least one day/ })).toBeVisible();
  await accessible();
});

test("an entry is made to recur on its weekday, from the day after", async () => {
  const backend = world({
    activity: () => view(),
    save_recurrence: ({ id: _, ...it }: SaveRecurrence) => recurrence(it),
  });
  const detail = await render(ActivityDetail, { id: "a1", today: TODAY });
  await detail.getByRole("button", { name: "More" }).click();
  await detail.getByRole("menuitem", { name: "Make it recurring" }).click();
  await expect.poll(() => router.current).toEqual({ room: "activities", id: "recurring" });
  await detail.unmount();
  const screen = await render(Recurring, { today: TODAY });
  await expect.element(screen.getByRole("checkbox", { name: "Monday" })).toBeChecked();
  await screen.getByRole("button", { name: "Keep", exact: true }).click();
  await expect.poll(() => asked(backend, "save_recurrence")).toMatchObject([
    { title: "Lecture on wound care", weekdays: ["monday"], from: "2026-11-17", duration: 120 },
  ]);
});

test("a rhythm reads as people say it", () => {
  expect(rhythm(["monday"], 1)).toBe("Every Monday");
  expect(rhythm(["friday", "monday", "tuesday"], 2)).toBe("Every second Monday, Tuesday and Friday");
  expect(rhythm(["sunday"], 6)).toBe("Sunday, every 6 weeks");
});
