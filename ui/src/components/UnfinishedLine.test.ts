import { expect, test, vi } from "vitest";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import examples from "./UnfinishedLine.examples";
import UnfinishedLine from "./UnfinishedLine.svelte";

checkExamples(examples);

const usual = {
  typed: true,
  status: { kind: "idle" },
  keep: "Keep programme",
  ondiscard: () => undefined,
} as const;

test("it says what is true: not in use, since when, or not kept", async () => {
  const { getByRole, rerender } = await render(UnfinishedLine, usual);
  const line = getByRole("status");
  await expect
    .element(line)
    .toHaveTextContent("Not in use yet: kept here until you press “Keep programme”. Discard what you typed");
  const year = new Date().getFullYear();
  await rerender({ since: new Date(year, 2, 12, 14, 3).toISOString() });
  await expect.element(line).toHaveTextContent(/^Unfinished changes from \w{3} 12 Mar, 14:03. Discard what you typed$/);
  await rerender({ outdated: true });
  await expect.element(line).toHaveTextContent(/It was changed in the meantime/);
  await rerender({ status: { kind: "failed", reason: "the disk is full." } });
  await expect.element(line).toHaveTextContent("Not kept: the disk is full. Discard what you typed");
  await rerender({ typed: false });
  await expect.element(line).toHaveTextContent("");
});

test("what is typed can be discarded from it", async () => {
  const ondiscard = vi.fn();
  const { getByRole } = await render(UnfinishedLine, { ...usual, ondiscard });
  await getByRole("button", { name: "Discard what you typed" }).click();
  expect(ondiscard).toHaveBeenCalledTimes(1);
});
