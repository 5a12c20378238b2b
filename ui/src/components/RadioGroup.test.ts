import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import set from "./RadioGroup.examples";
import RadioGroup from "./RadioGroup.svelte";

checkExamples(set);

const options = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark", hint: "Easier at night" },
];

test("arrow keys move the choice", async () => {
  const onchange = vi.fn();
  const screen = await render(RadioGroup, { label: "Theme", options, value: "light", onchange });
  await screen.getByRole("radio", { name: "Light" }).click();
  await userEvent.keyboard("{ArrowDown}");
  expect(onchange).toHaveBeenLastCalledWith("dark");
  await expect.element(screen.getByRole("radio", { name: "Dark" })).toBeChecked();
});

test("the group has a name and its first choice carries the id an error summary leads to", async () => {
  const screen = await render(RadioGroup, { label: "Theme", options, id: "theme" });
  await expect.element(screen.getByRole("group", { name: "Theme" })).toBeInTheDocument();
  expect(document.getElementById("theme")).toBe(screen.getByRole("radio").first().element());
});
