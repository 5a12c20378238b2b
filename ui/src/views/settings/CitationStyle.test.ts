import "../../styles/all.css";
import { afterEach, beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../backend";
import type { CitationStyles, Failure, StyleChoice, StyleOffer } from "../../backend/contract";
import { memoryBackend, type MemoryBackend } from "../../backend/memory";
import { resetQueries } from "../../state/query.svelte";
import { toasts } from "../../state/toast.svelte";
import { violations } from "../../testing/accessible";
import CitationStyle from "./CitationStyle.svelte";

const offer = (choice: StyleChoice, name: string, citation: string): StyleOffer => ({
  choice,
  name,
  citation: [{ text: citation, italic: false }],
  reference: [
    { text: `${name} sets `, italic: false },
    { text: "Journal of Advanced Nursing", italic: true },
  ],
});

let backend: MemoryBackend;
let now: CitationStyles;
beforeEach(() => {
  now = {
    chosen: "harvard",
    offers: [
      offer("harvard", "Harvard", "(Atkins and Murphy, 1993)"),
      offer("apa", "APA", "(Atkins & Murphy, 1993)"),
    ],
  };
  backend = memoryBackend({
    citation_styles: () => now,
    choose_citation_style: ({ chosen }) => (now = { ...now, chosen }),
    add_citation_style: () =>
      (now = { chosen: "own", offers: [...now.offers, offer("own", "Ward 4", "{Atkins}")] }),
  });
  installBackend(backend);
  resetQueries();
});
afterEach(async () => {
  resetQueries();
  await page.viewport(1280, 800);
  for (const { id } of toasts.list) toasts.dismiss(id);
});

test("a style is chosen with the keyboard, and a work shows what it means", async () => {
  const screen = await render(CitationStyle);
  await expect.element(screen.getByRole("radio", { name: "Harvard" })).toBeChecked();
  await expect.element(screen.getByText("(Atkins and Murphy, 1993)")).toBeVisible();
  await expect.element(screen.getByText("Harvard sets")).toBeVisible();
  await expect.element(screen.getByText("Journal of Advanced Nursing")).toHaveStyle({ fontStyle: "italic" });
  screen.getByRole("radio", { name: "Harvard" }).element().focus();
  await userEvent.keyboard("{ArrowDown}");
  await expect.element(screen.getByText("(Atkins & Murphy, 1993)")).toBeVisible();
  expect(backend.calls.at(-1)?.name).toBe("citation_styles");
  expect(backend.calls.some(({ name }) => name === "choose_citation_style")).toBe(true);
  expect(await violations(screen.container)).toEqual([]);
});

test("a style from a file is in use as soon as it was added, and says what it is called", async () => {
  const screen = await render(CitationStyle);
  await userEvent.click(screen.getByRole("button", { name: "Add a style from a file…" }));
  await expect.element(screen.getByRole("radio", { name: "Ward 4" })).toBeChecked();
  await expect.element(screen.getByText("{Atkins}")).toBeVisible();
  await expect
    .poll(() => toasts.list.map(({ message }) => message))
    .toEqual(["Works are cited in “Ward 4” now"]);
});

test("a file that is no style is refused in a sentence, and all stays as it was", async () => {
  const refused: Failure = {
    code: "cannotImport",
    reason: "This style only points to another style, apa. Get that one and choose it instead.",
  };
  backend.answer({ add_citation_style: () => Promise.reject(refused) });
  const screen = await render(CitationStyle);
  await userEvent.click(screen.getByRole("button", { name: "Add a style from a file…" }));
  await expect.element(screen.getByRole("alert")).toHaveTextContent("only points to another style, apa.");
  await expect.element(screen.getByRole("radio", { name: "Harvard" })).toBeChecked();
});

test("whoever turns away from the file changes nothing", async () => {
  backend.answer({ add_citation_style: () => null });
  const screen = await render(CitationStyle);
  await userEvent.click(screen.getByRole("button", { name: "Add a style from a file…" }));
  await expect.element(screen.getByRole("radio", { name: "Harvard" })).toBeChecked();
  expect(toasts.list).toEqual([]);
});
