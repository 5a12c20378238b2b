import { expect, test, vi } from "vitest";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import Chip from "./Chip.svelte";
import set from "./Chip.examples";

checkExamples(set);

test("taking it off has a name that says which", async () => {
  const onremove = vi.fn();
  const screen = await render(Chip, { label: "K11", removeLabel: "Take off K11", onremove });
  await screen.getByRole("button", { name: "Take off K11" }).click();
  expect(onremove).toHaveBeenCalledTimes(1);
});
