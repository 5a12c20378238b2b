import { afterEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import type { WeekProposal } from "../../backend/contract";
import { accessible } from "../../testing/rooms";
import CopyWeek from "./CopyWeek.svelte";
import { version } from "./testing/samples";
import { asked, world } from "./testing/world";

afterEach(() => document.documentElement.removeAttribute("data-theme"));

function proposal(from: string, title: string, change: Partial<WeekProposal> = {}): WeekProposal {
  const { content } = version();
  return {
    from,
    content: { ...content, title, doneOn: "2026-11-17", duration: 120, offTheJob: null },
    claimedThen: 90,
    isThere: false,
    isToCome: false,
    standing: "training",
    ...change,
  };
}

const proposals = [
  proposal("a1", "Lecture"),
  proposal("a2", "Tutorial", { isThere: true }),
  proposal("a3", "Study day", { isToCome: true, claimedThen: null }),
  proposal("a4", "Ward", { standing: "break" }),
];

test("last week is proposed with a tick each, and learning time starts empty", async () => {
  const backend = world({
    propose_week: () => ({ firstDay: "2026-11-16", proposals }),
    copy_week: ({ entries }) => ({ count: entries.length }),
  });
  const screen = await render(CopyWeek, { open: true, day: "2026-11-16" });
  const box = (name: string) => screen.getByRole("checkbox", { name: new RegExp(`^${name}`) });
  await expect.element(box("Lecture")).toBeChecked();
  for (const name of ["Tutorial", "Study day", "Ward"]) {
    await expect.element(box(name)).not.toBeChecked();
  }
  await expect.element(screen.getByText("is there already · 1 h 30 then")).toBeVisible();
  await expect.element(screen.getByText("Break in learning · 1 h 30 then")).toBeVisible();
  const learning = screen.getByRole("textbox", { name: "Learning off the job in Lecture, Tue 17 Nov" });
  await expect.element(learning).toHaveValue("");
  await learning.click();
  await userEvent.keyboard("=");
  await box("Study day").click();
  await accessible();
  await screen.getByRole("button", { name: "Copy", exact: true }).click();
  await expect.poll(() => asked(backend, "copy_week")).toEqual([
    {
      day: "2026-11-16",
      entries: [
        { from: "a1", offTheJob: 120, carried: null },
        { from: "a3", offTheJob: null, carried: null },
      ],
    },
  ]);
  await expect.element(screen.getByRole("dialog")).not.toBeInTheDocument();
});

test("what is carried over is shown, and changed by keyboard before it is copied", async () => {
  const offered = proposal("a1", "Lecture");
  const content = { ...offered.content, paid: "paid", deliveredBy: "Oakfield College", place: "campus", criteria: ["K1"] } as const;
  const backend = world({
    propose_week: () => ({ firstDay: "2026-11-16", proposals: [{ ...offered, content: { ...content, criteria: ["K1"] } }] }),
    copy_week: ({ entries }) => ({ count: entries.length }),
  });
  const screen = await render(CopyWeek, { open: true, day: "2026-11-16" });
  await expect.element(screen.getByText(/In paid hours · Oakfield College · .*Campus · K1/)).toBeVisible();
  screen.getByText(/In paid hours · Oakfield/).element().closest("summary")?.focus();
  await userEvent.keyboard("{Enter}");
  await screen.getByRole("textbox", { name: /^Criteria it serves/ }).fill("s4, k3");
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Was it paid time?" }), "Outside paid hours, compensated");
  await screen.getByRole("textbox", { name: "How was the time given back?" }).fill("Friday off");
  await accessible();
  await screen.getByRole("button", { name: "Copy", exact: true }).click();
  await expect.poll(() => asked(backend, "copy_week")).toMatchObject([
    {
      entries: [
        {
          from: "a1",
          carried: { paid: "compensated", compensation: "Friday off", deliveredBy: "Oakfield College", place: "campus", criteria: ["S4", "K3"] },
        },
      ],
    },
  ]);
});

test("what cannot be read or is refused is said, and nothing is copied", async () => {
  const backend = world({
    propose_week: () => ({ firstDay: "2026-11-16", proposals }),
    copy_week: () =>
      Promise.reject({
        code: "invalid",
        problems: [{ field: "entries[0].offTheJob", reason: "No more time can be claimed." }],
      }),
  });
  const screen = await render(CopyWeek, { open: true, day: "2026-11-16" });
  const learning = screen.getByRole("textbox", { name: /in Lecture/ });
  await learning.fill("soon");
  await screen.getByRole("button", { name: "Copy", exact: true }).click();
  await expect.element(screen.getByRole("link", { name: /not a length/ })).toBeVisible();
  expect(asked(backend, "copy_week")).toEqual([]);
  await learning.fill("2h");
  await screen.getByRole("button", { name: "Copy", exact: true }).click();
  await expect.element(screen.getByRole("link", { name: /No more time/ })).toHaveAttribute("href", "#copy-a1");
});

test("a week without entries says so, and no tick is said too", async () => {
  world();
  const empty = await render(CopyWeek, { open: true, day: "2026-11-16" });
  await expect.element(empty.getByText("The week before has no entries.")).toBeVisible();
  await empty.unmount();
  const backend = world({ propose_week: () => ({ firstDay: "2026-11-16", proposals: [proposals[1] as WeekProposal] }) });
  const screen = await render(CopyWeek, { open: true, day: "2026-11-16" });
  await screen.getByRole("button", { name: "Copy", exact: true }).click();
  await expect.element(screen.getByText("Choose at least one entry.")).toBeVisible();
  expect(asked(backend, "copy_week")).toEqual([]);
});
