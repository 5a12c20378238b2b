import { expect, test, vi } from "vitest";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import Checkbox from "./Checkbox.svelte";
import set from "./Checkbox.examples";

checkExamples(set);

test("its words can be pressed too", async () => {
  const onchange = vi.fn();
  const screen = await render(Checkbox, { label: "Include drafts", onchange });
  await screen.getByText("Include drafts").click();
  expect(onchange).toHaveBeenCalledWith(true);
  await expect.element(screen.getByRole("checkbox")).toBeChecked();
});

test("the hint is read with it", async () => {
  const screen = await render(Checkbox, { label: "Daily copy", hint: "Kept for a month" });
  await expect
    .element(screen.getByRole("checkbox", { name: "Daily copy" }))
    .toHaveAccessibleDescription("Kept for a month");
});
