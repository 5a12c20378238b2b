import { expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import set from "./StageProgress.examples";
import StageProgress from "./StageProgress.svelte";

checkExamples(set);

test("it says how far each stage is", async () => {
  const screen = await render(StageProgress, {
    words: [90, 8, 0],
    names: ["What?", "So what?", "Now what?"],
  });
  await expect
    .element(screen.getByRole("img"))
    .toHaveAccessibleName("What?: written; So what?: begun; Now what?: not written yet");
});

test("without names it counts", async () => {
  const screen = await render(StageProgress, { words: [90, 8, 0] });
  await expect.element(screen.getByRole("img")).toHaveAccessibleName("2 of 3 stages written");
});
