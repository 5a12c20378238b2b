import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import set from "./TextField.examples";
import TextField from "./TextField.svelte";

checkExamples(set);

test("typing is heard, and Enter means done", async () => {
  const oninput = vi.fn();
  const onenter = vi.fn();
  const screen = await render(TextField, { label: "Title", oninput, onenter });
  await userEvent.type(screen.getByRole("textbox", { name: "Title" }), "Ward{Enter}");
  expect(oninput).toHaveBeenLastCalledWith("Ward");
  expect(onenter).toHaveBeenCalledTimes(1);
});

test("the unit behind the box is read with it", async () => {
  const screen = await render(TextField, { label: "Weekly hours", suffix: "hours a week" });
  await expect
    .element(screen.getByRole("textbox", { name: "Weekly hours" }))
    .toHaveAccessibleDescription("hours a week");
});
