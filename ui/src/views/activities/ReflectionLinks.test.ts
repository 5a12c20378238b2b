import { beforeEach, expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { installBackend } from "../../backend";
import { memoryBackend } from "../../backend/memory";
import { resetQueries } from "../../state/query.svelte";
import { violations } from "../../testing/accessible";
import ReflectionLinks from "./ReflectionLinks.svelte";
import { row, view } from "./testing/samples";

beforeEach(() => {
  installBackend(memoryBackend({}));
  resetQueries();
});

test("an entry shows the theory that its reflections draw on, with sentence and passage, and leads there", async () => {
  const link = {
    id: "l1",
    reflectionId: "r1",
    theoryId: "t1",
    relation: "illustrates" as const,
    rationale: "I saw parts and not the whole.",
    passage: "I followed the chart.",
    deletedAt: null,
  };
  const drawn = { link, label: "Benner (1984)", title: "From novice to expert", reflectionTitle: "A fall" };
  const screen = await render(ReflectionLinks, {
    view: view({
      row: { ...row(), reflections: [{ id: "r1", title: "A fall" }, { id: "r2", title: "Another" }] },
      theory: [drawn],
    }),
  });
  await expect.element(screen.getByRole("heading", { name: "Theory they draw on" })).toBeVisible();
  await expect.element(screen.getByText("I saw parts and not the whole.")).toBeVisible();
  await expect.element(screen.getByText("I followed the chart.")).toBeVisible();
  await expect.element(screen.getByRole("link", { name: "Benner (1984)" })).toHaveAttribute("href", "#/theory/t1");
  await expect.element(screen.getByRole("link", { name: "A fall" }).last()).toHaveAttribute("href", "#/reflections/r1");
  expect(await violations()).toEqual([]);
});
