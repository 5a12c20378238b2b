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
      check_entry: () => ({ verdict: null, remarks: [] }),
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

  await third.getByRole("button", { name: "Discard them" }).click();
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
