import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../backend";
import type { Activity, ActivityRow, SaveActivity } from "../../backend/contract";
import { memoryBackend, memoryHost } from "../../backend/memory";
import { drafts } from "../../state/draft.svelte";
import { resetQueries } from "../../state/query.svelte";
import { toasts } from "../../state/toast.svelte";
import { settled, violations } from "../../testing/accessible";
import ActivityDetail from "./ActivityDetail.svelte";
import ActivityForm from "./ActivityForm.svelte";
import { blankEntry } from "./form";

const maths: Activity = {
  ...blankEntry("2026-03-10"),
  id: "a-1",
  title: "Ratios",
  category: "x_english_maths",
  duration: 90,
  offTheJob: 90,
  state: "draft",
  createdAt: "2026-03-10T12:00:00Z",
  changedAt: "2026-03-10T12:00:00Z",
  deletedAt: null,
};

const row: ActivityRow = {
  activity: maths,
  verdict: { answer: "does_not_count", reason: "English and maths up to level 2 do not count." },
  reflections: [],
};

/** A program that keeps what it is given. */
function program(): SaveActivity[] {
  const kept: SaveActivity[] = [];
  installBackend(
    memoryBackend({
      read_duration: ({ text }) => ({
        readings: [{ minutes: 90, label: text, startedAt: null, endedAt: null }],
        problem: "",
      }),
      check_entry: () => ({ verdict: null, remarks: [], problems: [] }),
      save_activity: (request) => {
        kept.push(request);
        return row;
      },
    }),
    memoryHost(),
  );
  resetQueries();
  return kept;
}

test("a person can hold something against the answer, with the reason, by keyboard alone", async () => {
  const kept = program();
  const screen = await render(ActivityForm, { activity: maths, ondone: () => undefined });
  const choice = screen.getByRole("combobox", { name: "Do you see it differently?" });
  await userEvent.selectOptions(choice, "I hold that it counts");
  await userEvent.fill(screen.getByRole("textbox", { name: "Why?" }), "It was drug calculations. ");
  await settled();
  expect(await violations()).toEqual([]);
  await screen.getByRole("button", { name: "Keep entry" }).click();
  await expect
    .poll(() => kept.at(-1)?.disagreement)
    .toEqual({ counts: true, note: "It was drug calculations." });
});

test("going by the rules again holds nothing, and the reason waits in case it was a slip", async () => {
  const kept = program();
  const activity = { ...maths, disagreement: { counts: true, note: "I asked." } };
  const screen = await render(ActivityForm, { activity, ondone: () => undefined });
  const choice = screen.getByRole("combobox", { name: "Do you see it differently?" });
  await userEvent.selectOptions(choice, "I go by the rules’ answer");
  await userEvent.selectOptions(choice, "I hold that it does not count");
  await expect.element(screen.getByRole("textbox", { name: "Why?" })).toHaveValue("I asked.");
  await userEvent.selectOptions(choice, "I go by the rules’ answer");
  await screen.getByRole("button", { name: "Keep entry" }).click();
  await expect.poll(() => kept.length).toBe(1);
  expect(kept[0]?.disagreement).toBeNull();
});

test("what is held against the answer is kept as it is typed, also while its box is not on screen", async () => {
  const sent = program();
  const choice = (screen: Awaited<ReturnType<typeof render>>) =>
    screen.getByRole("combobox", { name: "Do you see it differently?" });
  const why = (screen: Awaited<ReturnType<typeof render>>) => screen.getByRole("textbox", { name: "Why?" });

  const first = await render(ActivityForm, { activity: maths, ondone: () => undefined });
  await userEvent.selectOptions(choice(first), "I hold that it counts");
  await userEvent.fill(why(first), "It was drug calc");
  await first.unmount();
  await drafts.flush();

  const again = await render(ActivityForm, { activity: maths, ondone: () => undefined });
  await expect.element(choice(again)).toHaveValue("true");
  await expect.element(why(again)).toHaveValue("It was drug calc");
  await userEvent.selectOptions(choice(again), "I go by the rules’ answer");
  await expect.element(why(again)).not.toBeInTheDocument();
  await again.unmount();
  await drafts.flush();

  const third = await render(ActivityForm, { activity: maths, ondone: () => undefined });
  await expect.element(third.getByText(/^Unfinished changes from /)).toBeVisible();
  await userEvent.selectOptions(choice(third), "I hold that it does not count");
  // The reason waited although its box was away.
  await expect.element(why(third)).toHaveValue("It was drug calc");

  await third.getByRole("button", { name: "Discard what you typed" }).click();
  await expect.element(choice(third)).toHaveValue("");
  await expect.poll(() => toasts.list.at(-1)?.message).toBe("Discarded what you had typed");
  toasts.act(toasts.list.at(-1)?.id ?? 0);
  await expect.element(choice(third)).toHaveValue("false");
  await expect.element(why(third)).toHaveValue("It was drug calc");
  await third.getByRole("button", { name: "Keep entry" }).click();
  await expect.poll(() => sent.at(-1)?.disagreement).toEqual({ counts: false, note: "It was drug calc" });
});

test("a disagreement without a reason is led to its box", async () => {
  program();
  const reason = "Say why you see it differently.";
  const refused = { code: "invalid", problems: [{ field: "disagreement.note", reason }] };
  const backend = memoryBackend({ save_activity: () => Promise.reject(refused) });
  installBackend(backend, memoryHost());
  const activity = { ...maths, duration: null, offTheJob: null, disagreement: { counts: true, note: "" } };
  const screen = await render(ActivityForm, { activity, ondone: () => undefined });
  await screen.getByRole("button", { name: "Keep entry" }).click();
  await screen.getByRole("link", { name: reason }).click();
  await expect.element(screen.getByRole("textbox", { name: "Why?" })).toHaveFocus();
});

test("what the checks say appears beside the form while typing goes on", async () => {
  const asked: string[] = [];
  let answer: (() => void) | undefined;
  installBackend(
    memoryBackend({
      check_entry: async (request) => {
        asked.push(request.title);
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        return {
          verdict: { answer: "counts", reason: "It counts: it is teaching of theory." },
          remarks: [{ code: "overlap", result: "problem", text: "Its times overlap another entry." }],
          problems: [],
        };
      },
    }),
    memoryHost(),
  );
  resetQueries();
  const activity = { ...maths, duration: null, offTheJob: null };
  const screen = await render(ActivityForm, { activity });
  const title = screen.getByRole("textbox", { name: "What did you do?" });
  await expect.poll(() => asked.length).toBe(1);
  // The answer is still on its way, and the box takes every key all the same.
  await userEvent.fill(title, "Ratios again");
  await expect.element(title).toHaveValue("Ratios again");
  answer?.();
  await expect.poll(() => asked.at(-1)).toBe("Ratios again");
  await expect.element(title).toHaveFocus();
  expect(document.body.textContent, "an answer to what stood there before is not shown").not.toContain(
    "overlap",
  );
  answer?.();
  await expect.element(screen.getByText("Its times overlap another entry.")).toBeVisible();
  await expect.element(screen.getByText("It counts: it is teaching of theory.")).toBeVisible();
  await settled();
  expect(await violations()).toEqual([]);
});

test("the page of an entry shows the rule’s answer, the five questions and what is held against it", async () => {
  const disagreement = { counts: true, note: "It was drug calculations." };
  const backend = memoryBackend({
    activity: () => ({
      row: { ...row, activity: { ...maths, disagreement } },
      files: [],
      unusualCriteria: [],
      versions: [],
      confirmations: [],
      theory: [],
      questions: [{ question: "kind", reply: "no", because: row.verdict.reason }],
    }),
  });
  installBackend(backend, memoryHost());
  resetQueries();
  const screen = await render(ActivityDetail, { id: "a-1", today: "2026-11-23" });
  await expect.element(screen.getByText("Does not count", { exact: true })).toBeVisible();
  await expect.element(screen.getByText("You hold that it counts.")).toBeVisible();
  await screen.getByText("The five questions that decide").click();
  await expect.element(screen.getByText(/Is it a kind that can count\?/)).toBeVisible();
  await settled();
  expect(await violations()).toEqual([]);
});

/** A program that reads times and lengths, and refuses what has no title or claims too much. */
function strict() {
  const titleless = { field: "title", reason: "Say what you did." };
  const minutes: Record<string, number> = { "22:00-06:00": 480, "8 h": 480, "7h30": 450, "20:00-06:00": 600, "10 h": 600 };
  const backend = memoryBackend({
    read_duration: ({ text }) =>
      text in minutes
        ? { readings: [{ minutes: minutes[text] ?? 0, label: text, startedAt: null, endedAt: null }], problem: "" }
        : { readings: [], problem: "This is not a length of time." },
    check_entry: ({ title }) => ({ verdict: null, remarks: [], problems: title === "" ? [titleless] : [] }),
    save_activity: ({ title }) =>
      title === "" ? Promise.reject({ code: "invalid", problems: [titleless] }) : row,
    list_evidence: () => ({ files: [] }),
  });
  installBackend(backend, memoryHost());
  resetQueries();
  return backend;
}

test("everything that is wrong is said on the first try, each box by its name, and no longer once it is mended", async () => {
  const backend = strict();
  const screen = await render(ActivityForm, { today: "2026-11-23", ondone: () => undefined });
  const box = (name: string) => screen.getByRole("textbox", { name, exact: true });
  await userEvent.fill(box("From"), "half nine");
  await userEvent.fill(box("To"), "25");
  await userEvent.fill(box("How long did it take?"), "long");
  await screen.getByRole("button", { name: "Keep entry" }).click();
  const said = (): (string | null)[] =>
    [...document.querySelectorAll("[role=alert] li, .summary li")].map((item) => item.textContent.trim());
  await expect
    .poll(said)
    .toEqual([
      "Say what you did.",
      "Write “From” as a time, such as 21:30",
      "Write “To” as a time, such as 21:30",
      "This is not a length of time.",
    ]);
  expect(backend.calls.some((call) => call.name === "save_activity")).toBe(false);
  await settled();
  expect(await violations()).toEqual([]);

  // Box by box, what was said goes as soon as it is mended, in the box as in the list.
  await expect.element(screen.getByRole("alert")).toHaveFocus();
  (box("What did you do?").element() as HTMLElement).focus();
  await userEvent.keyboard("Night shift");
  // The list grows shorter and leaves the keyboard alone.
  await expect.element(box("What did you do?")).toHaveValue("Night shift");
  await expect.poll(() => said().includes("Say what you did.")).toBe(false);
  await userEvent.fill(box("From"), "22:00");
  await expect.poll(() => said().some((one) => one?.includes("“From”"))).toBe(false);
  await userEvent.fill(box("To"), "06:00");
  await userEvent.fill(box("How long did it take?"), "7h30");
  await expect.poll(() => said()).toEqual([]);
  await expect.poll(() => document.querySelectorAll("[aria-invalid=true]").length).toBe(0);
  await screen.getByRole("button", { name: "Keep entry" }).click();
  await expect.poll(() => backend.calls.find((call) => call.name === "save_activity")?.request).toMatchObject({
    title: "Night shift",
    startedAt: "22:00:00",
    duration: 450,
  });
});

test("the length follows the times until it is typed, and then it is said if they disagree", async () => {
  strict();
  const screen = await render(ActivityForm, { today: "2026-11-23", ondone: () => undefined });
  const box = (name: string) => screen.getByRole("textbox", { name, exact: true });
  const took = box("How long did it take?");
  await userEvent.fill(box("From"), "22:00");
  await userEvent.fill(box("To"), "06:00");
  await expect.element(took).toHaveValue("8 h");
  await userEvent.fill(box("From"), "20:00");
  await expect.element(took).toHaveValue("10 h");
  await userEvent.fill(box("From"), "22:00");
  await expect.element(took).toHaveValue("8 h");
  expect(document.body.textContent).not.toContain("and you wrote");
  await userEvent.fill(took, "7h30");
  await expect.element(screen.getByText(/^From 22:00 to 06:00 is 8 h, and you wrote 7 h 30\./)).toBeVisible();
  // What a person wrote themselves stays when a time is changed.
  await userEvent.fill(box("From"), "20:00");
  await expect.element(screen.getByText(/^From 20:00 to 06:00 is 10 h, and you wrote 7 h 30\./)).toBeVisible();
  await expect.element(took).toHaveValue("7h30");
});

test("the boxes for the times stand level, with and without something wrong in one of them", async () => {
  strict();
  const screen = await render(ActivityForm, { today: "2026-11-23", ondone: () => undefined });
  const [from, to] = ["From", "To"].map((name) => screen.getByRole("textbox", { name, exact: true }));
  const foot = (box: typeof from): number => box?.element().getBoundingClientRect().bottom ?? NaN;
  await expect.element(from as never).toBeVisible();
  expect(foot(from)).toBe(foot(to));
  await userEvent.fill(from as never, "nine");
  await screen.getByRole("button", { name: "Keep entry" }).click();
  await expect.element(screen.getByRole("link", { name: "Write “From” as a time, such as 21:30" })).toBeVisible();
  expect(foot(from)).toBe(foot(to));
});
