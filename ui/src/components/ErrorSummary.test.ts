import { expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import set from "./ErrorSummary.examples";
import ErrorSummary from "./ErrorSummary.svelte";

checkExamples(set);

test("it takes the focus when it appears, and again for other problems", async () => {
  const screen = await render(ErrorSummary, { problems: [] });
  expect(screen.container.querySelector("[role=alert]")).toBeNull();
  await screen.rerender({ problems: [{ text: "Enter a title" }] });
  await expect.element(screen.getByRole("alert")).toHaveFocus();
  (document.activeElement as HTMLElement).blur();
  await screen.rerender({ problems: [{ text: "Enter a date" }] });
  await expect.element(screen.getByRole("alert")).toHaveFocus();
});

test("a problem leads to its field", async () => {
  const field = document.createElement("input");
  field.id = "the-title";
  document.body.append(field);
  const screen = await render(ErrorSummary, {
    problems: [{ field: "the-title", text: "Enter a title" }],
  });
  await screen.getByRole("link", { name: "Enter a title" }).click();
  expect(document.activeElement).toBe(field);
  field.remove();
});

test("a list that grows shorter leaves the keyboard where it is", async () => {
  const field = document.createElement("input");
  document.body.append(field);
  const problems = [{ text: "Enter a title" }, { text: "Enter a date" }];
  const screen = await render(ErrorSummary, { problems });
  await expect.element(screen.getByRole("alert")).toHaveFocus();
  field.focus();
  await screen.rerender({ problems: problems.slice(1) });
  await expect.element(screen.getByText("Enter a title")).not.toBeInTheDocument();
  expect(document.activeElement).toBe(field);
  // Said again after it was mended, it is new.
  await screen.rerender({ problems });
  await expect.element(screen.getByRole("alert")).toHaveFocus();
  field.remove();
});
