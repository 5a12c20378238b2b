import { afterEach, expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { settled } from "../../testing/accessible";
import { accessible } from "../../testing/rooms";
import TagTotals from "./TagTotals.svelte";

afterEach(() => document.documentElement.removeAttribute("data-theme"));

test("each label has a total of its own, with what was confirmed of it", async () => {
  const screen = await render(TagTotals, {
    rows: [
      { tag: "protected_learning_time", time: 18_885, confirmed: 600, entries: 1204 },
      { tag: "practice_hours", time: 450, confirmed: 0, entries: 1 },
    ],
  });
  await expect
    .element(screen.getByRole("row", { name: "Protected learning time 314:45 10:00 1,204" }))
    .toBeVisible();
  await expect.element(screen.getByRole("row", { name: "Practice hours 7:30 – 1" })).toBeVisible();
  await expect.element(screen.getByText(/never added to your off-the-job hours/)).toBeVisible();
  await accessible();
});

test("labels that nobody uses take no room", async () => {
  const screen = await render(TagTotals, { rows: [] });
  await settled();
  expect(screen.container.textContent.trim()).toBe("");
});
