import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import type { ActivityRow, EntryRemarks, SaveActivity } from "../../backend/contract";
import { router } from "../../state/router.svelte";
import { settled } from "../../testing/accessible";
import { accessible } from "../../testing/rooms";
import ActivityForm from "./ActivityForm.svelte";
import Entry from "./Entry.svelte";
import { row } from "./testing/samples";
import { asked, TODAY, world } from "./testing/world";

const root = document.documentElement;
afterEach(async () => {
  root.removeAttribute("data-theme");
  router.go({ room: "today" }, { replace: true });
  await page.viewport(1280, 800);
});

const saved = (backend: ReturnType<typeof world>): SaveActivity[] =>
  asked(backend, "save_activity") as SaveActivity[];

test("a line is typed with the keyboard alone, and the row is free for the next", async () => {
  const backend = world();
  const screen = await render(Entry, { today: TODAY });
  const what = screen.getByRole("textbox", { name: "What did you do?" });
  await what.click();
  await userEvent.keyboard("Night shift{Tab}yesterday{Tab}22:00-06:00{Tab}1h30{Enter}");
  await expect.poll(() => saved(backend).length).toBe(1);
  expect(saved(backend)[0]).toMatchObject({
    title: "Night shift",
    doneOn: "2026-11-18",
    startedAt: "22:00:00",
    endedAt: "06:00:00",
    duration: 480,
    offTheJob: 90,
  });
  await expect.element(what).toHaveFocus();
  await expect.element(what).toHaveValue("");
  // The next entry is often of the same day.
  await expect.element(screen.getByRole("textbox", { name: "Day" })).toHaveValue("yesterday");
});

test("typing goes on while an entry is being logged", async () => {
  let answer: (kept: ActivityRow) => void = () => undefined;
  const backend = world({
    save_activity: () => new Promise<ActivityRow>((resolve) => (answer = resolve)),
  });
  const screen = await render(Entry, { today: TODAY });
  const what = screen.getByRole("textbox", { name: "What did you do?" });
  await what.click();
  await userEvent.keyboard("First{Enter}Second");
  await expect.poll(() => saved(backend).length).toBe(1);
  answer(row({ title: "First" }));
  await settled();
  await expect.element(what).toHaveValue("Second");
});

test("an entry that could not be logged waits beside the one that is being typed", async () => {
  let refuse: (failure: unknown) => void = () => undefined;
  const backend = world({ save_activity: () => new Promise((_, reject) => (refuse = reject)) });
  const screen = await render(Entry, { today: TODAY });
  const what = screen.getByRole("textbox", { name: "What did you do?" });
  await what.click();
  await userEvent.keyboard("First{Enter}Second");
  await expect.poll(() => saved(backend).length).toBe(1);
  refuse({ code: "diskFull" });
  await expect.element(screen.getByText(/“First” is not logged yet/)).toBeVisible();
  await expect.element(what).toHaveValue("Second");
  await accessible();
  // What is discarded is both of them, and that is said.
  await expect.element(screen.getByRole("button", { name: "Discard all 2 entries" })).toBeVisible();
  await screen.getByRole("button", { name: "Put it back into the row" }).click();
  await expect.element(what).toHaveValue("First");
  await expect.element(screen.getByText(/“Second” is not logged yet/)).toBeVisible();
});

test("a bare number is taken for hours, and minutes are one press away", async () => {
  const backend = world();
  const screen = await render(Entry, { today: TODAY });
  await screen.getByRole("textbox", { name: "What did you do?" }).fill("Handover");
  await screen.getByRole("textbox", { name: "How long did it take?" }).fill("2");
  await expect.element(screen.getByText("That is 2 h", { exact: true })).toBeVisible();
  await screen.getByRole("button", { name: "or 2 min?" }).click();
  await screen.getByRole("button", { name: "Log it" }).click();
  await expect.poll(() => saved(backend)[0]?.duration).toBe(2);
});

test("Tab goes on to the next box after a bare number, and the arrow key takes its other meaning", async () => {
  const backend = world();
  const screen = await render(Entry, { today: TODAY });
  await screen.getByRole("textbox", { name: "What did you do?" }).click();
  await userEvent.keyboard("Handover{Tab}{Tab}2");
  await expect.element(screen.getByText("or 2 min?")).toBeVisible();
  await userEvent.keyboard("{ArrowDown}");
  await expect.element(screen.getByText("That is 2 min", { exact: true })).toBeVisible();
  await screen.getByRole("textbox", { name: "How long did it take?" }).fill("2");
  await expect.element(screen.getByText("or 2 min?")).toBeVisible();
  await userEvent.keyboard("{Tab}1h30{Enter}");
  await expect.poll(() => saved(backend)[0]).toMatchObject({ duration: 120, offTheJob: 90 });
});

test("a bare number that is left as it stands is hours", async () => {
  const backend = world();
  const screen = await render(Entry, { today: TODAY });
  await screen.getByRole("textbox", { name: "What did you do?" }).click();
  await userEvent.keyboard("Handover{Tab}{Tab}2{Enter}");
  await expect.poll(() => saved(backend)[0]).toMatchObject({ duration: 120, startedAt: null });
});

const forms = [
  { typed: "1h30", said: "That is 1 h 30", duration: 90 },
  { typed: "90m", said: "That is 1 h 30", duration: 90 },
  { typed: "1.5 h", said: "That is 1 h 30", duration: 90 },
  { typed: "9.15-11.00", said: "That is 09:15 to 11:00, 1 h 45", duration: 105, startedAt: "09:15:00" },
  { typed: "22:00-06:00", said: "That is 22:00 to 06:00 the next day, 8 h", duration: 480, startedAt: "22:00:00" },
];
for (const { typed, said, duration, startedAt = null } of forms) {
  test(`“${typed}” is understood, said back and logged`, async () => {
    const backend = world();
    const screen = await render(Entry, { today: TODAY });
    await screen.getByRole("textbox", { name: "What did you do?" }).click();
    await userEvent.keyboard(`Tutorial{Tab}{Tab}${typed}`);
    await expect.element(screen.getByText(said, { exact: true })).toBeVisible();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => saved(backend)[0]).toMatchObject({ doneOn: TODAY, duration, startedAt });
  });
}

const overlap = { code: "overlap", result: "problem", text: "Its times overlap “Tutorial”." } as const;
const unlearned = { code: "no_learning", result: "look", text: "Say what you newly learned." } as const;

test("the row says whether it counts, and what the checks see, while it is typed", async () => {
  const backend = world({
    check_entry: ({ offTheJob }) => ({
      verdict:
        offTheJob === null
          ? { answer: "not_claimed", reason: "No off-the-job time is claimed." }
          : { answer: "counts", reason: "It counts: it is teaching of theory." },
      remarks: offTheJob === null ? [] : [unlearned, overlap],
      problems: [],
    }),
  });
  const screen = await render(Entry, { today: TODAY });
  await screen.getByRole("textbox", { name: "What did you do?" }).click();
  await userEvent.keyboard("Lecture{Tab}{Tab}1h30");
  await expect.element(screen.getByText("No off-the-job time is claimed.")).toBeVisible();
  const learning = screen.getByRole("textbox", { name: "Of that, learning off the job" });
  await learning.fill("1h30");
  await expect.element(screen.getByText("It counts: it is teaching of theory.")).toBeVisible();
  // The gravest is shown, the others are one press away, and the keyboard stays where it was.
  await expect.element(screen.getByText(overlap.text)).toBeVisible();
  await expect.element(screen.getByText(unlearned.text)).not.toBeVisible();
  await expect.element(learning).toHaveFocus();
  expect(asked(backend, "check_entry").at(-1)).toMatchObject({ title: "Lecture", duration: 90, offTheJob: 90 });
  await accessible();
  await screen.getByText("One more thing to look at").click();
  await expect.element(screen.getByText(unlearned.text)).toBeVisible();
  // What is logged is no longer being typed: the row is quiet again.
  await learning.click();
  await userEvent.keyboard("{Enter}");
  await expect.element(screen.getByText(overlap.text)).not.toBeInTheDocument();
});

test("nothing below the row moves when the checks speak", async () => {
  let answer: ((said: EntryRemarks) => void) | undefined;
  world({ check_entry: () => new Promise<EntryRemarks>((resolve) => (answer = resolve)) });
  const screen = await render(Entry, { today: TODAY });
  await screen.getByRole("textbox", { name: "What did you do?" }).fill("Lecture");
  const form = document.querySelector("form") as HTMLFormElement;
  await settled();
  const before = form.getBoundingClientRect().height;
  await expect.poll(() => answer).toBeDefined();
  answer?.({
    verdict: { answer: "counts", reason: "It counts: it is teaching of theory." },
    remarks: [overlap, unlearned],
    problems: [],
  });
  await expect.element(screen.getByText(overlap.text)).toBeVisible();
  expect(form.getBoundingClientRect().height).toBe(before);
});

test("nothing is asked of an empty row, nor said of one that cannot be read", async () => {
  const backend = world();
  const screen = await render(Entry, { today: TODAY });
  const what = screen.getByRole("textbox", { name: "What did you do?" });
  await what.click();
  await userEvent.keyboard("Lecture{Tab}{Tab}a while");
  await expect.poll(() => asked(backend, "read_duration").length).toBeGreaterThan(1);
  await screen.getByRole("textbox", { name: "How long did it take?" }).fill("1h30");
  await expect.poll(() => asked(backend, "check_entry").length).toBe(1);
  expect(asked(backend, "check_entry")).toMatchObject([{ title: "Lecture", duration: 90 }]);
});

test("learning time starts empty, and one key takes the whole length", async () => {
  const backend = world();
  const screen = await render(Entry, { today: TODAY });
  const learning = screen.getByRole("textbox", { name: "Of that, learning off the job" });
  await screen.getByRole("textbox", { name: "What did you do?" }).fill("Lecture");
  await screen.getByRole("textbox", { name: "How long did it take?" }).fill("1h30");
  await expect.element(learning).toHaveValue("");
  await learning.click();
  await userEvent.keyboard("=");
  await expect.element(learning).toHaveValue("1h30");
  await screen.getByRole("textbox", { name: /newly learn/ }).fill("Exudate tells more.");
  await accessible();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => saved(backend)[0]).toMatchObject({
    duration: 90,
    offTheJob: 90,
    whatWasLearned: "Exudate tells more.",
  });
});

test("the learning box offers another length, and not the same one at other times", async () => {
  world({
    read_duration: ({ text }) => {
      const span = (from: string, to: string, minutes: number, label: string) => ({ minutes, label, startedAt: from, endedAt: to });
      const day = span("14:00:00", "16:00:00", 120, "14:00 to 16:00, 2 h");
      const night = span("02:00:00", "04:00:00", 120, "02:00 to 04:00, 2 h");
      const long = span("09:00:00", "05:00:00", 1200, "09:00 to 05:00 the next day, 20 h");
      return { readings: text === "2-4" ? [day, night] : [day, long], problem: "" };
    },
  });
  const screen = await render(Entry, { today: TODAY });
  await screen.getByRole("textbox", { name: "How long did it take?" }).fill("2-4");
  await expect.element(screen.getByRole("button", { name: "or 02:00 to 04:00, 2 h?", exact: false })).toBeVisible();
  const learning = screen.getByRole("textbox", { name: "Of that, learning off the job" });
  await learning.fill("2-4");
  await expect.element(screen.getByText("That is 2 h", { exact: true })).toBeVisible();
  expect(screen.getByRole("button", { name: "or 02:00 to 04:00", exact: false }).elements()).toHaveLength(1);
  await learning.fill("9-5");
  await expect.element(screen.getByRole("button", { name: "or 09:00 to 05:00", exact: false })).toBeVisible();
});

test("what cannot be read is said and nothing is logged", async () => {
  const backend = world();
  const screen = await render(Entry, { today: TODAY });
  const what = screen.getByRole("textbox", { name: "What did you do?" });
  await what.click();
  await userEvent.keyboard("{Enter}");
  await expect.element(screen.getByRole("link", { name: /title: a few words/ })).toBeVisible();
  await what.click();
  await userEvent.keyboard("Study day{Tab}31 feb{Tab}a while{Enter}");
  await expect.element(screen.getByRole("link", { name: /has only 28 days/ })).toBeVisible();
  await screen.getByRole("textbox", { name: "Day" }).fill("mon");
  await userEvent.keyboard("{Enter}");
  await expect.element(screen.getByRole("link", { name: /not a length of time/ })).toBeVisible();
  await expect.element(what).toHaveValue("Study day");
  expect(saved(backend)).toEqual([]);
  await accessible();
});

test("all details go on with what stands in the row", async () => {
  world();
  const screen = await render(Entry, { today: TODAY });
  await screen.getByRole("textbox", { name: "What did you do?" }).fill("Night shift");
  await screen.getByRole("textbox", { name: "How long did it take?" }).fill("22:00-06:00");
  await screen.getByRole("link", { name: "All details" }).click();
  await expect.poll(() => router.current).toEqual({ room: "activities", id: "new" });
  await screen.unmount();
  const form = await render(ActivityForm, { today: TODAY });
  await expect.element(form.getByRole("textbox", { name: "What did you do?" })).toHaveValue("Night shift");
  await expect.element(form.getByRole("textbox", { name: "From" })).toHaveValue("22:00");
  await expect.element(form.getByRole("textbox", { name: "To", exact: true })).toHaveValue("06:00");
});

test("the row fits a narrow window", async () => {
  world();
  await page.viewport(800, 600);
  await render(Entry, { today: TODAY });
  await settled();
  expect(root.scrollWidth).toBeLessThanOrEqual(root.clientWidth);
  await accessible();
});

test.each([1280, 800])("in a window of %d, the ring of the box in use leaves its name free", async (width) => {
  await page.viewport(width, 800);
  world();
  const screen = await render(Entry, { today: TODAY });
  for (const box of screen.container.querySelectorAll<HTMLInputElement>(".fields input")) {
    await userEvent.click(box);
    const { outlineWidth, outlineOffset } = getComputedStyle(box);
    const ring = box.getBoundingClientRect().top - Number.parseFloat(outlineWidth) - Number.parseFloat(outlineOffset);
    const name = screen.container.querySelector(`label[for="${box.id}"]`);
    expect(ring - (name?.getBoundingClientRect().bottom ?? 0), box.id).toBeGreaterThanOrEqual(2);
  }
});
