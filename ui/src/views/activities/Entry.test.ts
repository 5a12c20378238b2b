import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import type { ActivityRow, SaveActivity } from "../../backend/contract";
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
