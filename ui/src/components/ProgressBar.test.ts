import { expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import set from "./ProgressBar.examples";
import ProgressBar from "./ProgressBar.svelte";

checkExamples(set);

test("the bar and the mark stand where the figures say", async () => {
  const screen = await render(ProgressBar, { value: 50, max: 200, pace: 100, label: "50 of 200" });
  const bar = screen.getByRole("progressbar", { name: "50 of 200" }).element();
  const [done, pace] = [...bar.children].map((part) => part.getBoundingClientRect());
  const all = bar.getBoundingClientRect();
  expect((done?.width ?? 0) / all.width).toBeCloseTo(0.25, 1);
  expect(((pace?.left ?? 0) - all.left) / all.width).toBeCloseTo(0.5, 1);
});

test("nothing required is an empty bar, not a broken one", async () => {
  const screen = await render(ProgressBar, { value: 3, max: 0, label: "3 of 0" });
  const done = screen.getByRole("progressbar").element().firstElementChild;
  expect(done?.getBoundingClientRect().width).toBe(0);
});
