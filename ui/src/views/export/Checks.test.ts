import { afterEach, expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../backend";
import type { CheckPlace, ExportCheck } from "../../backend/contract";
import { memoryBackend, type MemoryBackend } from "../../backend/memory";
import { resetQueries } from "../../state/query.svelte";
import { toasts } from "../../state/toast.svelte";
import { accessible } from "../../testing/rooms";
import Checks from "./Checks.svelte";

afterEach(() => {
  for (const toast of toasts.list) toasts.dismiss(toast.id);
});

function world(): MemoryBackend {
  const backend = memoryBackend({
    move_to_bin: () => ({ title: "rest.png", note: "" }),
    restore_from_bin: () => ({ title: "rest.png", note: "" }),
  });
  installBackend(backend);
  resetQueries();
  return backend;
}

function picture(id: string, label: string): CheckPlace {
  return { label, target: { room: "export" }, bin: { kind: "evidence", id } };
}

function loose(places: CheckPlace[]): ExportCheck[] {
  return [{ code: "loose_files", fine: true, text: "Some pictures are in no account.", places }];
}

test("a picture that nothing shows goes to the bin from here, and back", async () => {
  const backend = world();
  const screen = await render(Checks, { checks: loose([picture("e1", "rest.png")]) });
  await accessible();
  await screen.getByRole("button", { name: "Move to the bin rest.png" }).click();
  const item = { kind: "evidence", id: "e1" };
  await expect.poll(() => backend.calls.at(-1)).toEqual({ name: "move_to_bin", request: item });
  await expect.poll(() => toasts.list.at(-1)?.message).toBe("Moved “rest.png” to the bin");
  await toasts.list.at(-1)?.action?.run();
  await expect.poll(() => backend.calls.at(-1)).toEqual({ name: "restore_from_bin", request: item });
});

test("each of several pictures has its own way to the bin", async () => {
  const backend = world();
  const places = [picture("e1", "rest.png"), picture("e2", "tray.png")];
  const screen = await render(Checks, { checks: loose(places) });
  await screen.getByText("2 places").click();
  await accessible();
  await screen.getByRole("button", { name: "Move to the bin tray.png" }).click();
  await expect.poll(() => backend.calls.at(-1)?.request).toEqual({ kind: "evidence", id: "e2" });
});

test("any other place leads to where it is", async () => {
  world();
  const place: CheckPlace = { label: "A fall", target: { room: "reflection", id: "r1" }, bin: null };
  const screen = await render(Checks, {
    checks: [{ code: "no_theory", fine: false, text: "1 reflection has no theory.", places: [place] }],
  });
  await expect.element(screen.getByRole("link", { name: "A fall" })).toBeVisible();
  expect(screen.getByRole("button").elements()).toEqual([]);
});
