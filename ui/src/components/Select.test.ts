import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import set from "./Select.examples";
import Select from "./Select.svelte";

checkExamples(set);

test("the choice is heard", async () => {
  const onchange = vi.fn();
  const screen = await render(Select, {
    label: "Model",
    options: [
      { value: "free", label: "Free writing" },
      { value: "gibbs", label: "Gibbs" },
    ],
    value: "free",
    onchange,
  });
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Model" }), "Gibbs");
  expect(onchange).toHaveBeenCalledWith("gibbs");
});

test("choices of a group stand under its name", async () => {
  const screen = await render(Select, {
    label: "Kind",
    options: [
      { value: "a", label: "Lecture", group: "Theory" },
      { value: "b", label: "Shadowing", group: "Practice" },
    ],
    value: "a",
  });
  expect(screen.container.querySelectorAll("optgroup")).toHaveLength(2);
});
