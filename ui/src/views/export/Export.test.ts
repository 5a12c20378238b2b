import { afterEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../backend";
import type { ExportOptions, ExportProfile } from "../../backend/contract";
import { memoryBackend, type Handlers } from "../../backend/memory";
import { ExportChoices, exporting as choices } from "../../state/exporting.svelte";
import { resetQueries } from "../../state/query.svelte";
import { toasts } from "../../state/toast.svelte";
import { settled, violations } from "../../testing/accessible";
import { exporting } from "../../text/rooms/export";
import Export from "./Export.svelte";

const usual: ExportOptions = { ...new ExportChoices().now };
const profiles: ExportProfile[] = [
  { id: "provider", name: "Provider evidence pack", about: "Everything.", own: false, options: usual },
  {
    id: "hours",
    name: "Hours statement",
    about: "The hours.",
    own: false,
    options: { ...usual, audience: "hours", reflections: false, data: "printed" },
  },
];

/** The Export room of a portfolio with two accounts. */
async function room(more: Handlers = {}) {
  const own: ExportProfile[] = [];
  const backend = memoryBackend({
    check_export: () => ({
      checks: [],
      fileName: "Portfolio.pdf",
      reflections: 1,
      activities: 1,
      theory: 0,
      totals: { claimed: 60, confirmed: 0, excluded: 0, disputed: 0, toCome: 0 },
    }),
    export_profiles: () => ({ profiles: [...profiles, ...own] }),
    keep_export_profile: ({ name, options }) => {
      own.push({ id: `own:${name}`, name, about: "", own: true, options });
      return { profiles: [...profiles, ...own] };
    },
    export_narrowing: () => ({
      modules: ["Module 2"],
      works: [{ id: "w", label: "Gibbs (1988)" }],
      accounts: [
        { id: "a", label: "A quiet handover" },
        { id: "b", label: "The cuff on the table" },
      ],
    }),
    exports: () => ({ exports: [] }),
    ...more,
  });
  installBackend(backend);
  resetQueries();
  const screen = await render(Export);
  const asked = () =>
    backend.calls.findLast(({ name }) => name === "check_export")?.request as ExportOptions;
  return { backend, screen, asked };
}

afterEach(() => {
  const [first] = profiles;
  if (first) choices.choose(first);
  choices.now.recipient = "";
  for (const { id } of toasts.list) toasts.dismiss(id);
});

test("what was chosen is still chosen when one comes back from mending something", async () => {
  const { screen: first } = await room();
  await first.getByRole("checkbox", { name: exporting.drafts }).click();
  await first.getByRole("checkbox", { name: exporting.large }).click();
  await first.unmount();
  const { screen, asked } = await room();
  await expect.element(screen.getByRole("checkbox", { name: exporting.drafts })).toBeChecked();
  await expect.element(screen.getByRole("checkbox", { name: exporting.large })).toBeChecked();
  await expect.element(screen.getByRole("checkbox", { name: exporting.hours })).toBeChecked();
  await expect.poll(asked).toMatchObject({ drafts: true, largePrint: true, hours: true });
});

test("an audience brings its choices, and each of them can be changed", async () => {
  const { screen, asked } = await room();
  await expect.element(screen.getByRole("radio", { name: "Provider evidence pack" })).toBeChecked();
  await settled();
  expect(await violations()).toEqual([]);
  await screen.getByRole("textbox", { name: exporting.audience.recipient }).fill("Ms Price");
  await screen.getByRole("radio", { name: "Hours statement" }).click();
  await expect.element(screen.getByRole("checkbox", { name: exporting.reflections })).not.toBeChecked();
  await expect
    .poll(asked)
    .toMatchObject({ audience: "hours", reflections: false, data: "printed", recipient: "Ms Price" });
  await screen.getByRole("checkbox", { name: exporting.large }).click();
  await expect.poll(asked).toMatchObject({ audience: "hours", largePrint: true });
});

test("only some of it is chosen by module, by work and account by account", async () => {
  const { screen, asked } = await room();
  await screen.getByRole("combobox", { name: exporting.narrow.module }).selectOptions("Module 2");
  await screen.getByRole("combobox", { name: exporting.narrow.theory }).selectOptions("Gibbs (1988)");
  const accounts = screen.getByText("Accounts: all 2");
  await accounts.click();
  await screen.getByRole("checkbox", { name: "The cuff on the table" }).click();
  await expect.element(screen.getByText("Accounts: 1 of 2")).toBeVisible();
  await expect.poll(asked).toMatchObject({ module: "Module 2", theoryId: "w", reflectionIds: ["b"] });
  await settled();
  expect(await violations()).toEqual([]);
  // What is narrowed is never the whole, so that is not offered.
  await screen.getByRole("checkbox", { name: exporting.drafts }).click();
  await screen.getByRole("checkbox", { name: exporting.coarse }).click();
  expect(screen.getByRole("checkbox", { name: exporting.whole }).elements()).toEqual([]);
});

test("choices are kept under a name, by keyboard, and offered from then on", async () => {
  const { screen, backend } = await room();
  await screen.getByRole("checkbox", { name: exporting.large }).click();
  await screen.getByRole("button", { name: exporting.audience.keep }).click();
  const box = screen.getByRole("textbox", { name: exporting.audience.keepName });
  await expect.element(box).toHaveFocus();
  await userEvent.keyboard("For HR{Enter}");
  await expect.poll(() => backend.calls.find(({ name }) => name === "keep_export_profile")?.request).toMatchObject({
    name: "For HR",
    options: { largePrint: true },
  });
  await expect.poll(() => choices.profile).toBe("own:For HR");
  expect(toasts.list.map(({ message }) => message)).toEqual(["Kept as “For HR”"]);
});

test("a name that is taken says so beside the box", async () => {
  const reason = "A document that comes with Aftershift has this name: choose another.";
  const { screen } = await room({
    keep_export_profile: () => Promise.reject({ code: "invalid", problems: [{ field: "name", reason }] }),
  });
  await screen.getByRole("button", { name: exporting.audience.keep }).click();
  await userEvent.keyboard("provider{Enter}");
  await expect
    .element(screen.getByRole("textbox", { name: exporting.audience.keepName }))
    .toHaveAccessibleDescription(expect.stringContaining(reason));
});

test("what was handed in is listed with what is different since", async () => {
  const { screen } = await room({
    exports: () => ({
      exports: [
        {
          record: {
            id: "1",
            at: "2026-11-20T10:00:00Z",
            audience: "review",
            recipient: "Ms Price",
            fileName: "Review.pdf",
            fingerprint: "ABCDE-FGHIJ-KLMNO-PQRST",
            pages: 12,
          },
          changed: { newAccounts: 1, changedAccounts: 0, newActivities: 1200, changedActivities: 2, removed: 0 },
        },
      ],
    }),
  });
  const row = screen.getByRole("row", { name: /20 Nov/ });
  for (const said of ["Progress review", "Ms Price", "ABCDE-FGHIJ-KLMNO-PQRST", "1 new account, 1,200 new activities, 2 activities changed"]) {
    await expect.element(row.getByText(said)).toBeVisible();
  }
});
