import { afterEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { installBackend } from "./backend";
import type { PortfolioOffer, PortfolioStatus } from "./backend/contract";
import { memoryBackend, type Handlers } from "./backend/memory";
import Offered from "./Offered.svelte";
import { resetQueries } from "./state/query.svelte";
import { toasts } from "./state/toast.svelte";
import { settled, violations } from "./testing/accessible";

const portfolio: PortfolioStatus = {
  name: "Handed in",
  folder: "Documents",
  uid: "b",
  learner: "Nerys Adomako",
  today: "2026-11-23",
  isSample: false,
  counts: { reflections: 24, drafts: 0, activities: 130, theory: 12, bin: 0 },
  changedAt: null,
  undo: "",
  notice: "",
  recent: [],
};

const offer: PortfolioOffer = {
  fileName: "Handed in.pdf",
  learner: "Nerys Adomako",
  accounts: 24,
  activities: 1300,
  works: 1,
  files: 0,
  standing: "fills",
  new: 1325,
  known: 0,
};

/** The question about a PDF, over a portfolio called “My portfolio”. */
async function asked(changes: Partial<PortfolioOffer>, more: Handlers = {}) {
  const backend = memoryBackend({
    portfolio_offer: () => ({ ...offer, ...changes }),
    accept_portfolio_offer: () => ({ added: 1325, known: 0, status: portfolio }),
    open_portfolio_offer: () => portfolio,
    dismiss_portfolio_offer: () => ({}),
    ...more,
  });
  installBackend(backend);
  resetQueries();
  const heard: string[] = [];
  const screen = await render(Offered, {
    name: "My portfolio",
    onopened: (one: PortfolioStatus) => heard.push(`opened ${one.name}`),
    ondone: () => heard.push("done"),
  });
  const dialog = screen.getByRole("dialog", { name: "A portfolio is inside this PDF" });
  await expect.element(dialog).toBeVisible();
  const asks = () =>
    backend.calls.map(({ name }) => name).filter((name) => name.includes("portfolio_offer"));
  return { screen, dialog, heard, asks, backend };
}

afterEach(() => {
  for (const { id } of toasts.list) toasts.dismiss(id);
});

test("it says whose portfolio it is and what is in it, and does nothing before it is told to", async () => {
  const { dialog, asks } = await asked({});
  await expect.element(dialog).toHaveTextContent("In “Handed in.pdf”, the portfolio of Nerys Adomako:");
  for (const part of ["24 accounts", "1,300 activities", "1 work"]) {
    await expect.element(dialog.getByText(part, { exact: true })).toBeVisible();
  }
  await expect.element(dialog).not.toHaveTextContent("0 files");
  await expect.element(dialog).toHaveTextContent("“My portfolio” is empty, so it can become this portfolio.");
  expect(asks()).toEqual(["portfolio_offer"]);
  await settled();
  expect(await violations()).toEqual([]);
});

test("an empty portfolio becomes it, by keyboard alone", async () => {
  const { dialog, heard, asks } = await asked({});
  await expect.element(dialog.getByRole("button", { name: "Bring it back" })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => heard).toEqual(["opened Handed in", "done"]);
  expect(asks()).toEqual(["portfolio_offer", "accept_portfolio_offer"]);
  expect(toasts.list.map(({ message }) => message)).toEqual(["Brought back 1,325 things"]);
});

test("to any other it adds what is new, and says what stays", async () => {
  const { dialog, heard } = await asked(
    { standing: "adds", new: 1, known: 1324 },
    { accept_portfolio_offer: () => ({ added: 1, known: 1324, status: portfolio }) },
  );
  await expect
    .element(dialog)
    .toHaveTextContent("1 thing of it is new to “My portfolio”. The 1,324 things that are there already stay as they are.");
  await dialog.getByRole("button", { name: "Add 1 thing" }).click();
  await expect.poll(() => heard).toEqual(["done"]);
});

test("what is there already is not offered to be brought back", async () => {
  const { dialog } = await asked({ standing: "known", new: 0, known: 1325 });
  await expect.element(dialog).toHaveTextContent("All of it is in “My portfolio” already");
  expect(dialog.getByRole("button", { name: "Bring it back" }).elements()).toEqual([]);
  await expect.element(dialog.getByRole("button", { name: "Open it by itself…" })).toBeVisible();
});

test("it opens by itself, and turning away from where to keep it leaves the question", async () => {
  const { dialog, heard, backend } = await asked(
    { standing: "nothingOpen" },
    { open_portfolio_offer: () => null },
  );
  await dialog.getByRole("button", { name: "Open it by itself…" }).click();
  await expect.poll(() => backend.calls.at(-1)?.name).toBe("open_portfolio_offer");
  await expect.element(dialog).toBeVisible();
  expect(heard).toEqual([]);
  backend.answer({ open_portfolio_offer: () => portfolio });
  await dialog.getByRole("button", { name: "Open it by itself…" }).click();
  await expect.poll(() => heard).toEqual(["opened Handed in", "done"]);
});

test("Escape leaves it, and it waits no longer", async () => {
  const { heard, asks } = await asked({});
  await userEvent.keyboard("{Escape}");
  await expect.poll(() => heard).toEqual(["done"]);
  expect(asks()).toEqual(["portfolio_offer", "dismiss_portfolio_offer"]);
});

test("what cannot be done is said where it was asked for", async () => {
  const { dialog, heard } = await asked(
    {},
    {
      accept_portfolio_offer: () => Promise.reject({ code: "diskFull" }),
    },
  );
  await dialog.getByRole("button", { name: "Bring it back" }).click();
  await expect.element(dialog.getByRole("alert")).toBeVisible();
  expect(heard).toEqual([]);
});
