import { beforeEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../../backend";
import type { MappedAccount, TheoryMap, TheoryRow } from "../../../backend/contract";
import { memoryBackend, type Handlers, type MemoryBackend } from "../../../backend/memory";
import { resetQueries } from "../../../state/query.svelte";
import { accessible } from "../../../testing/rooms";
import { blank } from "../form";
import Map from "./Map.svelte";

const at = "2026-11-01T09:00:00Z";

const account = (id: string, day: string): MappedAccount => ({ id, title: `Account ${id}`, day });
const months = ["2025-11-01", "2025-12-01", "2026-01-01"];
const drawn: TheoryMap = {
  title: "1 of 3 works has never met practice; 1 of 4 accounts draws on no theory",
  description: "Map of practice and theory. Used most: Benner (1984), in 3 accounts.",
  periods: months.map((from, place) => ({
    from,
    label: ["November 2025", "December 2025", "January 2026"][place] ?? "",
    short: "NDJ".charAt(place),
  })),
  modules: [
    {
      name: "Foundations",
      accounts: 3,
      rows: [
        {
          id: "benner",
          label: "Benner (1984)",
          accounts: 3,
          cells: [
            { period: 0, accounts: [account("r1", "2025-11-03"), account("r2", "2025-11-20")] },
            { period: 2, accounts: [account("r3", "2026-01-05")] },
          ],
        },
      ],
    },
    {
      name: "Leadership",
      accounts: 0,
      rows: [{ id: "adair", label: "Adair (1973)", accounts: 0, cells: [] }],
    },
    {
      name: "",
      accounts: 1,
      rows: [
        {
          id: "carper",
          label: "Carper (1978)",
          accounts: 1,
          cells: [{ period: 1, accounts: [account("r3", "2026-01-05")] }],
        },
      ],
    },
  ],
  bare: [{ period: 1, accounts: [account("r4", "2025-12-09")] }],
  works: 3,
  accounts: 4,
  withTheory: 3,
  bareActivities: [{ activity: { id: "a1", title: "Night shift", day: "2025-12-09" }, account: "r4" }],
  unwritten: 2,
  latestUnwritten: [{ id: "a2", title: "Lecture", day: "2026-01-07" }],
  authors: [{ author: "Benner, P.", accounts: 3 }],
  table: { headings: ["Work", "Accounts"], rows: [["Benner (1984)", "3"]] },
};

let backend: MemoryBackend;
function show(map: TheoryMap | null, more: Handlers = {}): ReturnType<typeof render<typeof Map>> {
  backend = memoryBackend({ theory_map: () => map, ...more });
  installBackend(backend);
  return render(Map, {});
}
const asked = (name: string): unknown[] => backend.calls.filter((call) => call.name === name).map(({ request }) => request);
beforeEach(() => resetQueries());

test("it says the finding, draws each use, and answers each question with a way to the gap", async () => {
  const screen = await show(drawn);
  await expect.element(screen.getByRole("heading", { name: drawn.title })).toBeVisible();
  await expect.element(screen.getByRole("button", { name: "Benner (1984), November 2025: 2 reflections" })).toHaveTextContent("2");
  const list = (name: string) =>
    [...screen.container.querySelectorAll("section")].find((one) => one.querySelector("h2")?.textContent === name);
  expect(list("Theory you have never applied")?.querySelector("a")?.hash).toBe("#/theory/adair");
  expect(list("Modules whose theory is unused")?.textContent).toContain("Leadership");
  expect(list("Reflections without theory")?.querySelector("a")?.hash).toBe("#/reflections/r4");
  expect(list("Activities without theory")?.querySelector("a")?.hash).toBe("#/activities/a1");
  expect(list("Theory you have never applied")?.textContent).toContain("1 of 3 works is not linked to any reflection.");
  expect(list("Modules whose theory is unused")?.textContent).toContain("From 1 of 2 modules");
  expect(list("Reflections without theory")?.textContent).toContain("1 of 4 reflections is not linked to theory.");
  expect(list("Activities without theory")?.textContent).toContain("1 activity was written about without any theory");
  expect(list("Authors you lean on")?.textContent).toContain("Benner, P. explains 3 of 3 reflections that draw on theory.");
  await expect.element(screen.getByRole("row", { name: /Adair/ }).getByText("Never")).toBeVisible();
  await accessible();
});

test("the keyboard has one stop in the map, arrows lead from dot to dot, and Enter names the reflections", async () => {
  const screen = await show(drawn);
  const first = screen.getByRole("button", { name: "Benner (1984), November 2025: 2 reflections" });
  await expect.element(first).toHaveAttribute("tabindex", "0");
  expect(screen.container.querySelectorAll("[data-spot][tabindex='0']")).toHaveLength(1);
  (first.element() as HTMLElement).focus();
  await userEvent.keyboard("{ArrowRight}");
  await expect.element(screen.getByRole("button", { name: "Benner (1984), January 2026: 1 reflection" })).toHaveFocus();
  await userEvent.keyboard("{ArrowDown}");
  await expect.element(screen.getByRole("button", { name: "Carper (1978), December 2025: 1 reflection" })).toHaveFocus();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  await expect.element(screen.getByRole("heading", { name: "Without theory, December 2025" })).toBeVisible();
  const named = screen.container.querySelector<HTMLAnchorElement>(".chosen a");
  expect(named?.hash).toBe("#/reflections/r4");
});

test("with nothing on either side it says what will be here", async () => {
  const screen = await show(null);
  await expect.element(screen.getByText("Nothing to set side by side yet")).toBeVisible();
  await accessible();
});

const adair: TheoryRow = {
  theory: { ...blank, id: "adair", citeKey: "adair1973", title: "Action-centred leadership", evidenceId: null, createdAt: at, changedAt: at, deletedAt: null },
  label: "Adair (1973)",
  uses: 0,
};
const answers: Handlers = {
  list_theory: () => ({ rows: [adair], alike: [] }),
  list_reflections: () => ({ rows: [{ id: "r4", title: "Account r4", happenedOn: "2025-12-09" }], total: 1 }) as never,
  link_theory: (link) => ({ ...link, id: "l9", deletedAt: null }),
  create_reflection: ({ activityId }) => ({ reflectionId: "r9", activityId }),
};

test("a work that was never applied is linked from here: which reflection, then how", async () => {
  let map = drawn;
  const screen = await show(drawn, {
    ...answers,
    theory_map: () => map,
    link_theory: (link) => {
      map = { ...drawn, modules: drawn.modules.filter(({ name }) => name !== "Leadership") };
      return { ...link, id: "l9", deletedAt: null };
    },
  });
  await screen.getByRole("button", { name: "Link to a reflection : Adair (1973)" }).click();
  const first = screen.getByRole("dialog", { name: "What does Adair (1973) explain?" });
  await expect.element(first.getByRole("combobox", { name: "Find a reflection" })).toHaveFocus();
  await first.getByRole("button", { name: "Go on" }).click();
  await expect.element(first.getByText("Choose the reflection that it explains.")).toBeVisible();
  await userEvent.fill(first.getByRole("combobox"), "Account");
  await screen.getByRole("option", { name: /Account r4/ }).click();
  await first.getByRole("button", { name: "Go on" }).click();
  const dialog = screen.getByRole("dialog", { name: "Link theory" });
  await expect.element(dialog.getByRole("combobox", { name: "Which work?" })).toHaveValue("Adair (1973)");
  await userEvent.fill(dialog.getByRole("textbox", { name: "How does this explain what you did?" }), "I led the task and forgot the team.");
  await dialog.getByRole("button", { name: "Keep link" }).click();
  await expect.poll(() => asked("link_theory")).toMatchObject([{ theoryId: "adair", reflectionId: "r4" }]);
  // The row that was pressed has gone: the keyboard stays with its question.
  await expect.element(screen.getByRole("heading", { name: "Theory you have never applied" })).toHaveFocus();
});

test("a reflection without theory, and one behind an activity, is linked from here", async () => {
  const screen = await show(drawn, answers);
  for (const name of ["Link theory to “Account r4”", "Link theory to “Night shift”"]) {
    await screen.getByRole("button", { name }).click();
    await expect.element(screen.getByRole("combobox", { name: "Which work?" })).toHaveFocus();
    await accessible();
    await userEvent.keyboard("{Escape}");
    await expect.element(screen.getByRole("button", { name })).toHaveFocus();
  }
});

test("an activity that nothing was written about is written about from here", async () => {
  const screen = await show(drawn, answers);
  await screen.getByText("2 activities are not written about yet").click();
  await screen.getByRole("button", { name: "Write about it “Lecture”" }).click();
  await expect.poll(() => asked("create_reflection")).toEqual([{ title: "Lecture", model: null, happenedOn: "2026-01-07", activityId: "a2" }]);
});

test("of a long list the first few are shown, the others on request", async () => {
  const many = Array.from({ length: 40 }, (_, nth) => account(`b${nth}`, "2025-12-09"));
  const screen = await show({ ...drawn, bare: [{ period: 1, accounts: many }] }, answers);
  const buttons = () => screen.getByRole("button", { name: /^Link theory to “Account b/ }).elements().length;
  await expect.poll(buttons).toBe(8);
  await screen.getByRole("button", { name: "Show all 40 , Reflections without theory" }).click();
  await expect.poll(buttons).toBe(40);
  await accessible();
});

test("a map of few rows is whole; a long one scrolls under its months", async () => {
  const overflow = (): number => {
    const box = document.querySelector(".scroll");
    return box ? box.scrollHeight - box.clientHeight : NaN;
  };
  const few = await show(drawn, answers);
  await expect.poll(overflow).toBe(0);
  await few.unmount();
  resetQueries();
  const [module] = drawn.modules;
  if (!module) throw new Error("there is a module");
  const [row] = module.rows;
  if (!row) throw new Error("there is a work");
  const rows = Array.from({ length: 90 }, (_, nth) => ({ ...row, id: `w${nth}`, label: `Work ${nth}` }));
  await show({ ...drawn, modules: [{ ...module, rows }] }, answers);
  await expect.poll(overflow).toBeGreaterThan(300);
});
