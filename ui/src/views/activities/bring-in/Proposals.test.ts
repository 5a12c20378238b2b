import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { checkExamples, settled } from "../../../testing/accessible";
import set from "./Proposals.examples";
import Proposals from "./Proposals.svelte";
import { proposal, week } from "./samples";

checkExamples(set);

test("what is new is ticked, what is there already is not, and nothing is claimed", async () => {
  const onaccept = vi.fn();
  const screen = await render(Proposals, { proposals: week, onaccept });
  await expect.element(screen.getByText("4 entries; 2 are in your log or in the file already")).toBeVisible();
  await expect.element(screen.getByText("Already in your log as “Reading on fluid balance”")).toBeVisible();
  await expect.element(screen.getByText("The same as row 2")).toBeVisible();
  await screen.getByRole("button", { name: "Bring in 2 entries" }).click();
  expect(onaccept).toHaveBeenCalledWith([
    { index: 0, category: null, claim: false },
    { index: 1, category: null, claim: false },
  ]);
});

test("kind and claim are given to the ticked ones, with the keyboard", async () => {
  const onaccept = vi.fn();
  const screen = await render(Proposals, { proposals: week, onaccept });
  const night = screen.getByRole("checkbox", { name: "Bring in “Night shift” of Wed 4 Mar 2026" });
  (night.element() as HTMLElement).focus();
  await userEvent.keyboard(" ");
  await expect.element(night).not.toBeChecked();
  const reading = screen.getByRole("checkbox", { name: /Bring in “Reading”/ });
  (reading.element() as HTMLElement).focus();
  await userEvent.keyboard(" ");
  await screen.getByLabelText("Kind of activity").selectOptions("Teaching of theory");
  await screen.getByRole("button", { name: "Give them this kind" }).click();
  await expect.element(screen.getByRole("status").last()).toHaveTextContent("2 entries are now “Teaching of theory”");
  await screen.getByRole("button", { name: /Claim as off-the-job/ }).click();
  await expect
    .element(screen.getByRole("status").last())
    .toHaveTextContent("Time is claimed for 1 entry. 1 entry has no length, so nothing is claimed for it.");
  await expect.element(screen.getByRole("cell", { name: "1:30" }).last()).toBeVisible();
  await screen.getByRole("button", { name: "Bring in 2 entries" }).click();
  expect(onaccept).toHaveBeenCalledWith([
    { index: 0, category: "theory", claim: true },
    { index: 2, category: "theory", claim: false },
  ]);
});

test("finding among them narrows what a tick for all means", async () => {
  const onaccept = vi.fn();
  const screen = await render(Proposals, { proposals: week, onaccept });
  await screen.getByRole("button", { name: "Untick all shown" }).click();
  await expect.element(screen.getByRole("button", { name: "Bring in 0 entries" })).toBeDisabled();
  await screen.getByRole("button", { name: "Give them this kind" }).click();
  await expect.element(screen.getByText("Tick the entries that you mean first.")).toBeVisible();
  await screen.getByLabelText("Find among them").fill("lecture");
  await screen.getByRole("button", { name: "Tick all shown", exact: true }).click();
  await screen.getByLabelText("Show", { exact: true }).selectOptions("Ticked ones");
  await expect.element(screen.getByRole("button", { name: "Bring in 2 entries" })).toBeEnabled();
  await screen.getByLabelText("Show", { exact: true }).selectOptions("Those there already");
  await screen.getByRole("button", { name: "Untick all shown" }).click();
  await screen.getByRole("button", { name: "Bring in 1 entry" }).click();
  expect(onaccept).toHaveBeenCalledWith([{ index: 0, category: null, claim: false }]);
});

test("ten thousand entries are drawn a hundred at a time and ticked all at once", async () => {
  const onaccept = vi.fn();
  const many = Array.from({ length: 10_000 }, (_, n) => proposal(n + 2, { title: `Entry ${n}` }));
  const screen = await render(Proposals, { proposals: many, onaccept });
  await expect.element(screen.getByRole("button", { name: "Show more (9,900 left)" })).toBeVisible();
  expect(screen.getByRole("checkbox").elements()).toHaveLength(100);
  await screen.getByRole("button", { name: /Claim as off-the-job/ }).click();
  await screen.getByRole("button", { name: "Bring in 10,000 entries" }).click();
  expect(onaccept.mock.calls[0]?.[0]).toHaveLength(10_000);
});

test("it fits a small window", async () => {
  await page.viewport(800, 600);
  await render(Proposals, { proposals: week, onaccept: () => undefined });
  await settled();
  const root = document.documentElement;
  expect(root.scrollWidth).toBeLessThanOrEqual(root.clientWidth);
  await page.viewport(1280, 800);
});
