import { expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import set from "./Steps.examples";
import Steps from "./Steps.svelte";

checkExamples(set);

test("the steps open on asking", async () => {
  const screen = await render(Steps, { summary: "How 557 h is worked out", steps: ["One", "Two"] });
  await expect.element(screen.getByText("Two")).not.toBeVisible();
  await screen.getByText("How 557 h is worked out").click();
  await expect.element(screen.getByText("Two")).toBeVisible();
});
