import { expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import set, { learningCalendar } from "./Months.examples";
import Months from "./Months.svelte";

checkExamples(set);

test("it is a sentence, a picture with words, and a table", async () => {
  const screen = await render(Months, { calendar: learningCalendar });
  await expect.element(screen.getByRole("heading", { name: learningCalendar.title })).toBeVisible();
  await expect.element(screen.getByRole("img", { name: learningCalendar.description })).toBeVisible();
  await screen.getByText("The same figures as a table").click();
  await expect.element(screen.getByRole("cell", { name: "Partly a break" })).toBeVisible();
});

test("a break and a gap differ from learning by more than their colour", async () => {
  const screen = await render(Months, { calendar: learningCalendar });
  const look = (kind: string): CSSStyleDeclaration | undefined => {
    const month = screen.container.querySelector(`.month.${kind}`);
    return month ? getComputedStyle(month) : undefined;
  };
  expect(look("break")?.backgroundImage).toContain("gradient");
  expect(look("learning")?.backgroundImage).toBe("none");
  expect(look("idle")?.borderTopWidth).toBe("2px");
  expect(look("quiet")?.borderTopStyle).toBe("dashed");
});

test("a month says a word, and what it means stands once below", async () => {
  const screen = await render(Months, { calendar: learningCalendar });
  const boxes = [...screen.container.querySelectorAll(".month")].map((box) => box.textContent.trim());
  expect(boxes.filter((box) => box.includes("for too long"))).toEqual([]);
  expect(boxes.at(-2)).toMatch(/^Mar\s*Too long$/);
  await expect
    .element(screen.getByText("Too long: no learning, for longer than the rules for your start allow"))
    .toBeVisible();
  // Whoever points at the box, or cannot see it, has it in full.
  await expect.element(screen.getByTitle("March 2026: No learning, for too long")).toBeVisible();
});
