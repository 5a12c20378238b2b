import { afterEach, expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { accessible } from "../../testing/rooms";
import Confirmation from "./Confirmation.svelte";
import ConfirmDialog from "./ConfirmDialog.svelte";
import { row, said, version, view } from "./testing/samples";
import { asked, TODAY, world } from "./testing/world";

afterEach(() => document.documentElement.removeAttribute("data-theme"));

test("an entry nobody spoke of can be handed over", async () => {
  const backend = world();
  const screen = await render(Confirmation, { view: view(), today: TODAY });
  await expect.element(screen.getByText("Nobody else has confirmed this entry yet.")).toBeVisible();
  await screen.getByRole("button", { name: "Hand it over" }).click();
  await expect.poll(() => asked(backend, "submit_activities")).toEqual([{ activityIds: ["a1"] }]);
});

test("a word names who, when and for how much, and what has changed since", async () => {
  world();
  const shown = view({
    row: row({ offTheJob: 150, state: "submitted" }),
    confirmations: [said({ comment: "Present all day." })],
    versions: [
      version({
        changes: [
          { field: "off_the_job", before: "2 h", after: "2 h 30" },
          { field: "what_was_learned", before: "a".repeat(80), after: "b" },
          { field: "times", before: "", after: "09:15 to 11:45" },
        ],
      }),
    ],
  });
  const screen = await render(Confirmation, { view: shown, today: TODAY });
  await expect
    .element(screen.getByText("by Hester Quillinan, Skills tutor on Tue 17 Nov 2026 for 2 h"))
    .toBeVisible();
  await expect.element(screen.getByText("Present all day.")).toBeVisible();
  await expect
    .element(screen.getByText(/Off-the-job time was 2 h, is now 2 h 30; What was newly learned was changed/))
    .toBeVisible();
  await expect.element(screen.getByText(/Times was empty, is now 09:15 to 11:45/)).toBeVisible();
  await expect.element(screen.getByRole("button", { name: "Hand it over" })).not.toBeInTheDocument();
  await screen.getByText("What the entry said then").click();
  await expect.element(screen.getByText("Exudate tells more than colour does.")).toBeVisible();
  await accessible();
});

test("a word about the entry as it stands says nothing of changes", async () => {
  world();
  const shown = view({
    row: row({ state: "confirmed" }),
    confirmations: [said()],
    versions: [version()],
  });
  const screen = await render(Confirmation, { view: shown, today: TODAY });
  await expect.element(screen.getByText(/by Hester Quillinan/)).toBeVisible();
  await expect.element(screen.getByText("Changed since:")).not.toBeInTheDocument();
  await expect.element(screen.getByText("What the entry said then")).not.toBeInTheDocument();
});

test("a word whose version is unknown says so, and versions nobody spoke of are there", async () => {
  world();
  const shown = view({
    confirmations: [said({ revision: null, role: "" })],
    versions: [version({ changes: [{ field: "title", before: "Lecture", after: "Long lecture" }] })],
  });
  const screen = await render(Confirmation, { view: shown, today: TODAY });
  await expect.element(screen.getByText(/Which version of the entry/)).toBeVisible();
  await screen.getByText("1 earlier version").click();
  await expect.element(screen.getByText("Kept on Tue 17 Nov 2026")).toBeVisible();
  await accessible();
});

test("a mentor confirms several entries in one go, without the one that was left out", async () => {
  const backend = world();
  const rows = [
    row({ id: "a1", title: "Lecture" }),
    row({ id: "a2", title: "Shadowing", doneOn: "2026-11-17" }),
    row({ id: "a3", title: "Long day", offTheJob: null }),
  ];
  let done = 0;
  const screen = await render(ConfirmDialog, {
    open: true,
    rows,
    today: TODAY,
    ondone: () => (done += 1),
  });
  await expect.element(screen.getByRole("heading", { name: /several entries/ })).toBeVisible();
  await screen.getByRole("checkbox", { name: "Long day, Mon 16 Nov, no time claimed" }).click();
  await screen.getByRole("button", { name: "Hester Quillinan, Skills tutor" }).click();
  await expect.element(screen.getByRole("textbox", { name: "Their role" })).toHaveValue("Skills tutor");
  await accessible();
  await screen.getByRole("button", { name: "Record" }).click();
  await expect.poll(() => done).toBe(1);
  expect(asked(backend, "confirm_activities")).toEqual([
    {
      activityIds: ["a1", "a2"],
      decision: "confirmed",
      name: "Hester Quillinan",
      role: "Skills tutor",
      decidedOn: TODAY,
      comment: "",
    },
  ]);
});

test("what is wrong with a word is said and nothing is forgotten", async () => {
  world({
    record_confirmation: () => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- commands reject with a Failure
      throw {
        code: "invalid",
        problems: [{ field: "name", reason: "Say who said so: a name or a role." }],
      };
    },
  });
  const screen = await render(ConfirmDialog, { open: true, rows: [row()], today: TODAY });
  await screen.getByRole("textbox", { name: "What they added" }).fill("Well asked.");
  await screen.getByRole("button", { name: "Record" }).click();
  await expect.element(screen.getByRole("link", { name: /Say who said so/ })).toBeVisible();
  await expect.element(screen.getByRole("textbox", { name: "What they added" })).toHaveValue("Well asked.");
});
