import { expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import set, { kindsChart } from "./Bars.examples";
import Bars from "./Bars.svelte";

checkExamples(set);

test("it is a sentence, a picture with words, and a table", async () => {
  const screen = await render(Bars, { chart: kindsChart });
  await expect.element(screen.getByRole("heading", { name: kindsChart.title })).toBeVisible();
  await expect.element(screen.getByRole("img", { name: kindsChart.description })).toBeVisible();
  await screen.getByText("The same figures as a table").click();
  await expect.element(screen.getByRole("cell", { name: "200 h" })).toBeVisible();
});

test("bars are as long as what they stand for, and parts differ by more than their colour", async () => {
  const screen = await render(Bars, { chart: kindsChart });
  const [first, second] = [...screen.container.querySelectorAll(".bar")];
  const width = (element: Element | null | undefined): number =>
    element?.getBoundingClientRect().width ?? 0;
  const whole = width(first?.querySelector(".part"));
  const filled = second?.querySelector(".filled");
  const hollow = second?.querySelector(".hollow");
  expect(width(filled) / whole).toBeCloseTo(5_800 / 13_680, 2);
  expect(filled && getComputedStyle(filled).borderTopStyle).toBe("none");
  expect(hollow && getComputedStyle(hollow).borderTopStyle).toBe("solid");
});
