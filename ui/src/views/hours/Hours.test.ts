import { beforeEach, expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../backend";
import type { AuditCheck, CheckCode, HoursView } from "../../backend/contract";
import { memoryBackend, memoryHost } from "../../backend/memory";
import { resetQueries } from "../../state/query.svelte";
import { settled, violations } from "../../testing/accessible";
import HoursSummary from "../today/HoursSummary.svelte";
import Hours from "./Hours.svelte";
import { auditView, hoursView, learningView } from "./testing";

/** The room with these hours. */
async function room(view: HoursView) {
  const answer = { hours: view, learning: learningView };
  installBackend(memoryBackend({ hours_room: () => answer }), memoryHost());
  resetQueries();
  const screen = await render(Hours);
  await expect.element(screen.getByRole("heading", { level: 1 })).toBeVisible();
  return screen;
}

/** The figure that stands under a name, in minutes. */
function figure(name: string): number {
  const term = [...document.querySelectorAll("dt")].find((dt) => dt.textContent === name);
  const match = /^([\d,]+) h(?: (\d\d))?$/.exec(term?.nextElementSibling?.textContent ?? "");
  expect(match, `${name} is a length of time`).not.toBeNull();
  return Number(match?.[1]?.replaceAll(",", "")) * 60 + Number(match?.[2] ?? 0);
}

beforeEach(() => {
  resetQueries();
});

test("what is required less what is claimed is what remains, as the page itself says it", async () => {
  await room(hoursView);
  expect(figure("Required") - figure("Claimed")).toBe(figure("Remaining"));
  for (const name of ["Confirmed", "Does not count", "Expected by today", "Planned"]) {
    expect(figure(name)).toBeGreaterThan(0);
  }
  await settled();
  expect(await violations()).toEqual([]);
});

test("every length of time on the page is written in one form, save in the explanation", async () => {
  await room(hoursView);
  const page = document.querySelector("main, body")?.cloneNode(true) as HTMLElement;
  for (const left of page.querySelectorAll("details, svg, style, script")) left.remove();
  const said = page.textContent;
  expect(said).not.toMatch(/\d+:\d\d/);
  expect(said).not.toMatch(/\d\.\d+ h/);
  expect(said).not.toMatch(/\d+ hours/);
});

test("the pace says how much each week needs and where the last weeks lead", async () => {
  const screen = await room(hoursView);
  await expect.element(screen.getByText("Needed each week")).toBeVisible();
  expect(figure("Needed each week")).toBe(700);
  expect(figure("This month")).toBe(180);
  expect(figure("This year")).toBe(13_500);
  await expect.element(screen.getByText("Tue 9 Mar 2027", { exact: true })).toBeVisible();
  await expect.element(screen.getByText(/At 6 h 40 a week, as in the last 12 weeks/)).toBeVisible();
});

test("every chart has its finding as a heading, a text alternative and a table", async () => {
  const screen = await room(hoursView);
  const charts = [learningView.calendar, learningView.split, learningView.done, hoursView.progress?.plot];
  for (const chart of charts) {
    if (!chart) throw new Error("every chart is there");
    await expect.element(screen.getByRole("heading", { name: chart.title })).toBeVisible();
    await expect.element(screen.getByRole("img", { name: chart.description })).toBeVisible();
  }
  expect(screen.getByText("The same figures as a table").elements()).toHaveLength(charts.length);
  await settled();
  expect(await violations()).toEqual([]);
});

test("the audit check begins with the worst, and entries are one click away", async () => {
  installBackend(memoryBackend({ audit: () => auditView }), memoryHost());
  resetQueries();
  const screen = await render(Hours, { section: "audit" });
  const heading = screen.getByRole("heading", { level: 1, name: "Audit check" });
  await expect.element(heading).toBeVisible();
  const names = [...document.querySelectorAll(".checks h2")].map((name) => name.textContent);
  expect(names).toEqual([
    expect.stringMatching(/What was newly learned\s+To put right/),
    expect.stringMatching(/Recorded late\s+Worth a look/),
    expect.stringMatching(/Before the start\s+Not known yet/),
    expect.stringMatching(/Overlapping times\s+Fine/),
  ]);
  // What could not be compared is counted apart, and what is missing is one click away.
  await expect.element(screen.getByText(/Not known yet: 1 · Fine: 1$/)).toBeVisible();
  await expect
    .element(screen.getByRole("link", { name: "Original start, in your programme" }))
    .toHaveAttribute("href", "#/settings/programme/originalStart");
  await expect
    .element(screen.getByRole("link", { name: "Lecture, Mon 5 Jan 2026, 2 h" }))
    .toHaveAttribute("href", "#/activities/a-1");
  await expect.element(screen.getByText("recorded 45 days later")).toBeVisible();
  // A long list shows a few, holds the rest, and says what it leaves out.
  await expect.element(screen.getByRole("link", { name: "Lecture 5,", exact: false })).toBeVisible();
  await screen.getByText("195 more").click();
  await expect.element(screen.getByText(/Another 7 are not listed/)).toBeVisible();
  expect(figure("Delivered (claimed)")).toBe(440 * 60);
  expect(figure("Planned")).toBe(600 * 60);
  await settled();
  expect(await violations()).toEqual([]);
});

test("checks that wait for the same thing stand together, with its way to put it right once", async () => {
  const waiting = (code: CheckCode, text: string): AuditCheck => ({
    code,
    result: "unknown",
    text,
    advice: "Log an activity.",
    places: [{ label: "Log an activity", detail: "", target: { room: "activities" } }],
    total: 1,
  });
  const nothing = "No entry claims time yet, so there is nothing to look at.";
  const checks = [
    waiting("overlap", nothing),
    waiting("idle", "There is no time that counts yet."),
    waiting("long_day", nothing),
    waiting("future", nothing),
  ];
  installBackend(memoryBackend({ audit: () => ({ ...auditView, checks }) }), memoryHost());
  resetQueries();
  const screen = await render(Hours, { section: "audit" });
  await expect.element(screen.getByText(nothing)).toBeVisible();
  const headings = [...document.querySelectorAll(".checks h2")].map((name) => name.textContent);
  expect(headings).toEqual([
    expect.stringMatching(/^\s*3 checks\s+Not known yet/),
    expect.stringMatching(/^\s*Time without learning\s+Not known yet/),
  ]);
  await expect
    .element(screen.getByText("Overlapping times · More than 8 hours in a day · Dates in the future"))
    .toBeVisible();
  expect(screen.getByRole("link", { name: "Log an activity" }).elements()).toHaveLength(2);
  await expect.element(screen.getByText(/Not known yet: 4 · Fine: 0$/)).toBeVisible();
  await settled();
  expect(await violations()).toEqual([]);
});

test("the audit check is written as a PDF, and a refusal is said in a sentence", async () => {
  let works = false;
  installBackend(
    memoryBackend({
      audit: () => auditView,
      export_audit: () =>
        works
          ? {
              file: { fileName: "Audit check.pdf", folder: "Documents" },
              pages: 1,
              missing: [],
              notices: [],
            }
          : Promise.reject({ code: "diskFull" }),
    }),
    memoryHost(),
  );
  resetQueries();
  const screen = await render(Hours, { section: "audit" });
  const write = screen.getByRole("button", { name: "Write it as a PDF…" });
  await write.click();
  await expect.element(screen.getByText(/The disk is full/)).toBeVisible();
  works = true;
  await write.click();
  await expect.element(screen.getByText("Wrote Audit check.pdf, 1 page, in Documents")).toBeVisible();
  await expect.element(screen.getByRole("button", { name: "Show it in its folder" })).toBeVisible();
});

test("a planned end that has passed is said in the room and on Today", async () => {
  const overdue = "The planned end, 31 Jan 2026, has passed: tell your provider.";
  const screen = await room({ ...hoursView, overdue });
  await expect.element(screen.getByText(overdue)).toBeVisible();
  await screen.unmount();
  const today = await render(HoursSummary, { hours: { ...hoursView, overdue } });
  await expect.element(today.getByText(overdue)).toBeVisible();
  await expect.element(today.getByText("of 557 h required")).toBeVisible();
});

test("who starts sees one empty state that says what is missing, and no figures of nothing", async () => {
  const nothing = { claimed: 0, confirmed: 0, excluded: 0, disputed: 0, toCome: 0 };
  const reason = "Say when your apprenticeship first began: it decides which rules apply.";
  const empty: HoursView = {
    ...hoursView,
    progress: null,
    planned: null,
    thisWeek: 0,
    totals: nothing,
    problems: [{ field: "originalStart", reason }],
  };
  const screen = await room(empty);
  await expect.element(screen.getByText(reason)).toBeVisible();
  await expect.element(screen.getByRole("link", { name: "Enter your programme" })).toBeVisible();
  await expect.element(screen.getByRole("link", { name: "Log an activity" })).toBeVisible();
  await settled();
  expect(document.querySelectorAll("dl, svg[role=img]")).toHaveLength(0);
  expect(await violations()).toEqual([]);
  await screen.unmount();
  // Time that was claimed without a programme still has its totals.
  await room({ ...empty, totals: { ...nothing, claimed: 180, excluded: 60 } });
  expect(figure("Claimed")).toBe(180);
  expect(figure("Does not count")).toBe(60);
});
