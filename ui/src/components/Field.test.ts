import { expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import set from "./TextField.examples";
import fields from "./Field.examples";
import TextField from "./TextField.svelte";

checkExamples(fields);

test("hint and error are read with the control", async () => {
  const screen = await render(TextField, {
    label: "Provider",
    hint: "The college",
    error: "Enter a name",
  });
  const box = screen.getByRole("textbox", { name: "Provider" });
  await expect.element(box).toHaveAccessibleDescription("The college Error: Enter a name");
  await expect.element(box).toHaveAttribute("aria-invalid", "true");
});

test("an error is never said by colour alone", async () => {
  const screen = await render(TextField, { ...set.examples["wrong"], label: "Title" });
  await expect.element(screen.getByText("Error:")).toBeInTheDocument();
});
