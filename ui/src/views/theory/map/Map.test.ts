import { beforeEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../../backend";
import type { MappedAccount, TheoryMap } from "../../../backend/contract";
import { memoryBackend } from "../../../backend/memory";
import { resetQueries } from "../../../state/query.svelte";
import { accessible } from "../../../testing/rooms";
import Map from "./Map.svelte";

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
  bareActivities: [{ id: "a1", title: "Night shift", day: "2025-12-09" }],
  unwritten: 2,
  latestUnwritten: [{ id: "a2", title: "Lecture", day: "2026-01-07" }],
  authors: [{ author: "Benner, P.", accounts: 3 }],
  table: { headings: ["Work", "Accounts"], rows: [["Benner (1984)", "3"]] },
};

function show(map: TheoryMap | null): ReturnType<typeof render<typeof Map>> {
  installBackend(memoryBackend({ theory_map: () => map }));
  return render(Map, {});
}
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
  expect(list("Authors you lean on")?.textContent).toContain("3 of 3 reflections with theory");
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
