import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../backend";
import type { ExportOptions } from "../../backend/contract";
import { memoryBackend, type Handlers } from "../../backend/memory";
import { resetQueries } from "../../state/query.svelte";
import { ExportChoices } from "../../state/exporting.svelte";
import { settled, violations } from "../../testing/accessible";
import Pages from "./Pages.svelte";

const options: ExportOptions = new ExportChoices().now;

/** The pages of an export of three pages. */
async function opened(more: Handlers = {}) {
  const backend = memoryBackend({
    preview_export: () => ({ id: "p", pages: 3, width: 2100, height: 2970 }),
    preview_page: ({ page }) => ({
      svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" width="210" height="297"><rect width="${page * 10}" height="9"/></svg>`,
    }),
    close_preview: () => ({}),
    ...more,
  });
  installBackend(backend);
  resetQueries();
  const screen = await render(Pages, { open: true, options });
  const dialog = screen.getByRole("dialog", { name: "The pages as they will be" });
  const sheet = (number: number) =>
    dialog.getByRole("img", { name: `Page ${number} of 3, drawn as it will be printed` });
  return { screen, backend, dialog, sheet };
}

test("the first page is shown, and the others are a press away", async () => {
  const { dialog, sheet, backend } = await opened();
  await expect.element(sheet(1)).toBeVisible();
  await expect.element(sheet(1)).toHaveAttribute("src", expect.stringMatching(/^blob:/));
  expect(dialog.getByRole("button", { name: "Previous page" }).elements()).toEqual([]);
  await settled();
  expect(await violations()).toEqual([]);
  await dialog.getByRole("button", { name: "Next page" }).click();
  await dialog.getByRole("button", { name: "Next page" }).click();
  await expect.element(sheet(3)).toBeVisible();
  await expect.element(dialog.getByRole("button", { name: "Next page" })).toBeDisabled();
  // Each page is drawn once, however often one comes by.
  await dialog.getByRole("button", { name: "Previous page" }).click();
  await expect.element(sheet(2)).toBeVisible();
  const asked = backend.calls.filter(({ name }) => name === "preview_page");
  expect(asked.map(({ request }) => request)).toEqual([
    { id: "p", page: 1 },
    { id: "p", page: 2 },
    { id: "p", page: 3 },
  ]);
});

test("pages are turned by keyboard, and one is reached by its number", async () => {
  const { dialog, sheet } = await opened();
  await expect.element(sheet(1)).toBeVisible();
  await expect.element(dialog.getByRole("button", { name: "Next page" })).toHaveFocus();
  await userEvent.keyboard("{ArrowRight}");
  await expect.element(sheet(2)).toBeVisible();
  await userEvent.keyboard("{End}");
  await expect.element(sheet(3)).toBeVisible();
  await userEvent.keyboard("{Home}");
  await expect.element(sheet(1)).toBeVisible();
  const box = dialog.getByRole("textbox", { name: "Number of the page" });
  await box.fill("3");
  await userEvent.keyboard("{Enter}");
  await expect.element(sheet(3)).toBeVisible();
  await box.fill("4");
  await userEvent.keyboard("{Enter}");
  await expect.element(box).toHaveAccessibleDescription(/Type a number from 1 to 3\./);
  await expect.element(sheet(3)).toBeVisible();
});

test("what was chosen is what is set, and it is put away with the dialog", async () => {
  const { backend, dialog, sheet } = await opened();
  await expect.element(sheet(1)).toBeVisible();
  expect(backend.calls.find(({ name }) => name === "preview_export")?.request).toEqual(options);
  await userEvent.keyboard("{Escape}");
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.poll(() => backend.calls.at(-1)?.name).toBe("close_preview");
});

test("pages that cannot be set say why", async () => {
  const { dialog } = await opened({
    preview_export: () => Promise.reject({ code: "nothingOpen" }),
  });
  await expect.element(dialog.getByRole("alert")).toBeVisible();
});
