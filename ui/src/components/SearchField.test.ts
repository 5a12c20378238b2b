import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import set from "./SearchField.examples";
import SearchField from "./SearchField.svelte";

checkExamples(set);

test("Escape clears it and goes no further while there is something to clear", async () => {
  const oninput = vi.fn();
  const outside = vi.fn();
  addEventListener("keydown", outside);
  const screen = await render(SearchField, { label: "Search", oninput });
  await userEvent.type(screen.getByRole("searchbox"), "ward");
  outside.mockClear();
  await userEvent.keyboard("{Escape}");
  expect(oninput).toHaveBeenLastCalledWith("");
  expect(outside).not.toHaveBeenCalled();
  await userEvent.keyboard("{Escape}");
  expect(outside).toHaveBeenCalled();
  removeEventListener("keydown", outside);
});

test("Clear leaves the keyboard in the box", async () => {
  const screen = await render(SearchField, { label: "Search", value: "ward" });
  await screen.getByRole("button", { name: "Clear" }).click();
  await expect.element(screen.getByRole("searchbox")).toHaveFocus();
});
