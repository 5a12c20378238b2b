import "../../styles/all.css";
import { afterEach, expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../backend";
import type { BinItem } from "../../backend/contract";
import { memoryBackend } from "../../backend/memory";
import { resetQueries } from "../../state/query.svelte";
import { toasts } from "../../state/toast.svelte";
import { violations } from "../../testing/accessible";
import Bin from "./Bin.svelte";

const link: BinItem = {
  kind: "theoryLink",
  id: "l1",
  title: "Link from “Five in the morning” to Benner (1984)",
  detail: "I waited for rules.",
  deletedAt: "2026-03-12T14:03:00Z",
};

function bin(items: BinItem[], note = "") {
  const backend = memoryBackend({
    list_bin: () => ({ items: [...items] }),
    restore_from_bin: ({ id }) => {
      const at = items.findIndex((item) => item.id === id);
      const [item] = items.splice(at, 1);
      return { title: item?.title ?? "", note };
    },
  });
  installBackend(backend);
  resetQueries();
  return backend;
}
afterEach(() => {
  resetQueries();
  for (const { id } of toasts.list) toasts.dismiss(id);
});

test("a link lies there with its sentence, and comes back", async () => {
  bin([link]);
  const screen = await render(Bin);
  await expect
    .element(screen.getByRole("rowheader"))
    .toHaveTextContent("Link from “Five in the morning” to Benner (1984) “I waited for rules.”");
  await expect.element(screen.getByRole("cell", { name: "Link to theory" })).toBeVisible();
  expect(await violations()).toEqual([]);
  await screen.getByRole("button", { name: /^Restore/ }).click();
  await expect.element(screen.getByText("The bin is empty")).toBeVisible();
  expect(toasts.list.at(-1)?.message).toBe(
    "Restored: Link from “Five in the morning” to Benner (1984)",
  );
});

test("what still waits for something else in the bin is said", async () => {
  bin([link], "It shows again once “Five in the morning” is out of the bin too.");
  const screen = await render(Bin);
  await screen.getByRole("button", { name: /^Restore/ }).click();
  await expect
    .poll(() => toasts.list.at(-1)?.message)
    .toMatch(/It shows again once “Five in the morning” is out of the bin too\.$/);
});

test("what is not needed stays, and the reason is said", async () => {
  const backend = bin([link]);
  const reason = "The reflection has this link again, with the same sentence: there is nothing to take out.";
  backend.answer({
    restore_from_bin: () => Promise.reject({ code: "invalid", problems: [{ field: "id", reason }] }),
  });
  const screen = await render(Bin);
  await screen.getByRole("button", { name: /^Restore/ }).click();
  await expect.poll(() => toasts.list.at(-1)?.message).toBe(reason);
  await expect.element(screen.getByRole("rowheader")).toBeVisible();
});

test("thousands of entries are drawn a hundred at a time", async () => {
  const items = Array.from(
    { length: 2_000 },
    (_, n): BinItem => ({ kind: "activity", id: `a${n}`, title: `Entry ${n}`, detail: "", deletedAt: "2026-03-12T14:03:00Z" }),
  );
  installBackend(memoryBackend({ list_bin: () => ({ items }) }));
  resetQueries();
  const screen = await render(Bin);
  await expect.element(screen.getByRole("button", { name: "Show more (1,900 left)" })).toBeVisible();
  expect(screen.getByRole("rowheader").elements()).toHaveLength(100);
  await screen.getByRole("button", { name: /^Show more/ }).click();
  await expect.element(screen.getByRole("button", { name: "Show more (1,800 left)" })).toBeVisible();
});
