import { beforeEach, expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../backend";
import type { HoursView } from "../../backend/contract";
import { memoryBackend, memoryHost } from "../../backend/memory";
import { resetQueries } from "../../state/query.svelte";
import { settled, violations } from "../../testing/accessible";
import HoursSummary from "../today/HoursSummary.svelte";
import Hours from "./Hours.svelte";
import { hoursView } from "./testing";

/** The room with these hours. */
async function room(view: HoursView) {
  installBackend(memoryBackend({ hours: () => view }), memoryHost());
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

test("a planned end that has passed is said in the room and on Today", async () => {
  const overdue = "The planned end, 31 Jan 2026, has passed: tell your provider.";
  const screen = await room({ ...hoursView, overdue });
  await expect.element(screen.getByText(overdue)).toBeVisible();
  await screen.unmount();
  const today = await render(HoursSummary, { hours: { ...hoursView, overdue } });
  await expect.element(today.getByText(overdue)).toBeVisible();
  await expect.element(today.getByText("of 557 h required")).toBeVisible();
});
