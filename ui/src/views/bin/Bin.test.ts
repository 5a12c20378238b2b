import { expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../backend";
import type { BinItem } from "../../backend/contract";
import { memoryBackend } from "../../backend/memory";
import { resetQueries } from "../../state/query.svelte";
import Bin from "./Bin.svelte";

test("thousands of entries are drawn a hundred at a time", async () => {
  const items = Array.from(
    { length: 2_000 },
    (_, n): BinItem => ({ kind: "activity", id: `a${n}`, title: `Entry ${n}`, deletedAt: "2026-03-12T14:03:00Z" }),
  );
  installBackend(memoryBackend({ list_bin: () => ({ items }) }));
  resetQueries();
  const screen = await render(Bin);
  await expect.element(screen.getByRole("button", { name: "Show more (1,900 left)" })).toBeVisible();
  expect(screen.getByRole("rowheader").elements()).toHaveLength(100);
  await screen.getByRole("button", { name: /^Show more/ }).click();
  await expect.element(screen.getByRole("button", { name: "Show more (1,800 left)" })).toBeVisible();
});
