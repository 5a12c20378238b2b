import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { checkExamples, settled } from "../testing/accessible";
import set from "./Shell.examples";
import Shell from "./Shell.svelte";

checkExamples(set);

const props = set.examples["with all rooms"] as never;

afterEach(async () => {
  document.documentElement.style.removeProperty("--text-size");
  await page.viewport(1280, 800);
});

test("the room on screen is marked for the ear as well", async () => {
  const screen = await render(Shell, props);
  await expect
    .element(screen.getByRole("link", { name: "Today" }))
    .toHaveAttribute("aria-current", "page");
  await expect
    .element(screen.getByRole("link", { name: "Hours" }))
    .not.toHaveAttribute("aria-current");
});

test("the first stop of the keyboard skips to the page", async () => {
  const screen = await render(Shell, props);
  await userEvent.tab();
  await expect.element(screen.getByRole("link", { name: "Skip to the page" })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await expect.element(screen.getByRole("main")).toHaveFocus();
});

test("a narrow window folds the rooms behind a menu", async () => {
  await page.viewport(640, 800);
  const screen = await render(Shell, props);
  await settled();
  await expect.element(screen.getByRole("link", { name: "Hours" })).not.toBeInTheDocument();
  await screen.getByRole("button", { name: "Menu" }).click();
  await expect.element(screen.getByRole("link", { name: "Hours" })).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.element(screen.getByRole("button", { name: "Menu" })).toHaveFocus();
});

test("large text folds it too, because there is as little room", async () => {
  document.documentElement.style.setProperty("--text-size", "200%");
  const screen = await render(Shell, props);
  await settled();
  await expect.element(screen.getByRole("button", { name: "Menu" })).toBeVisible();
});

test("trouble with saving stands in the frame of every room", async () => {
  const screen = await render(Shell, set.examples["not saved"] as never);
  await expect.element(screen.getByRole("alert")).toHaveTextContent("Not saved: the disk is full.");
});
