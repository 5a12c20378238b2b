import { expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import set from "./SavedLine.examples";
import SavedLine from "./SavedLine.svelte";

checkExamples(set);

test.each([
  [{ kind: "saved" as const, at: new Date(2026, 2, 12, 14, 3) }, "Saved 14:03"],
  [{ kind: "saving" as const }, "Saving…"],
  [{ kind: "failed" as const, reason: "the disk is full." }, "Not saved: the disk is full."],
])("it says %o", async (status, line) => {
  const screen = await render(SavedLine, { status });
  expect(screen.container.textContent.trim()).toBe(line);
});

test("only trouble is announced", async () => {
  const screen = await render(SavedLine, { status: { kind: "saving" }, live: true });
  await expect.element(screen.getByRole("alert")).toHaveTextContent(/^$/);
  await screen.rerender({ status: { kind: "failed", reason: "the disk is full." } });
  await expect.element(screen.getByRole("alert")).toHaveTextContent("Not saved: the disk is full.");
});
