import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { router } from "../../state/router.svelte";
import { settled, violations } from "../../testing/accessible";
import Reflections from "./Reflections.svelte";
import { row } from "./testing/samples";
import { listWorld } from "./testing/world";

const root = document.documentElement;
afterEach(() => {
  root.removeAttribute("data-theme");
  router.go({ room: "today" }, { replace: true });
});

/** Checks what is on screen in light and dark. */
async function accessible(): Promise<void> {
  for (const theme of ["light", "dark"]) {
    root.setAttribute("data-theme", theme);
    await settled();
    expect(await violations(), theme).toEqual([]);
  }
}

test("an empty list says what lives here and begins a reflection at once", async () => {
  const backend = listWorld([]);
  const screen = await render(Reflections, {});
  await expect
    .element(screen.getByRole("heading", { name: "What you make of what happened" }))
    .toBeVisible();
  await accessible();
  // One way to begin, and not two of the same name.
  await screen.getByRole("button", { name: "New reflection" }).click();
  await expect.poll(() => router.current).toEqual({ room: "reflections", id: "new1" });
  expect(backend.calls.find(({ name }) => name === "create_reflection")?.request).toEqual({
    title: "",
    model: null,
    happenedOn: null,
    activityId: null,
  });
});

test("three reflections show what they are", async () => {
  listWorld([
    row(1, { title: "Escalating a NEWS2 score" }),
    row(2, { title: "", state: "finished", happenedOn: null, words: 1, theory: [] }),
    row(3, { title: "w".repeat(200) }),
  ]);
  const screen = await render(Reflections, {});
  await expect.element(screen.getByText("3 reflections")).toBeVisible();
  await expect
    .element(screen.getByRole("link", { name: "Escalating a NEWS2 score" }))
    .toHaveAttribute("href", "#/reflections/r1");
  await expect.element(screen.getByRole("link", { name: "Untitled reflection" })).toBeVisible();
  await expect.element(screen.getByText("No date")).toBeVisible();
  await expect.element(screen.getByText("1 word", { exact: true })).toBeVisible();
  await expect.element(screen.getByRole("listitem").first().getByText("Benner (1984)")).toBeVisible();
  await accessible();
  await page.viewport(800, 600);
  await settled();
  expect(root.scrollWidth).toBeLessThanOrEqual(root.clientWidth);
  await page.viewport(1280, 800);
});

test("three thousand come a page at a time", async () => {
  const backend = listWorld(Array.from({ length: 3000 }, (_, index) => row(index)));
  const screen = await render(Reflections, {});
  await expect.element(screen.getByText("50 of 3,000")).toBeVisible();
  expect(screen.getByRole("link").elements()).toHaveLength(50);
  await screen.getByRole("button", { name: "Show more" }).click();
  await expect.element(screen.getByText("100 of 3,000")).toBeVisible();
  await expect.element(screen.getByRole("link", { name: "Account 99", exact: true })).toBeVisible();
  const asked = backend.calls.filter(({ name }) => name === "list_reflections");
  expect(asked.map(({ request }) => (request as { limit: number }).limit)).toEqual([50, 50]);
});

test("searching and filtering narrow the list, and finding nothing offers the way back", async () => {
  listWorld([row(1, { title: "Handover" }), row(2, { title: "Falls", state: "finished" })]);
  const screen = await render(Reflections, {});
  await screen.getByRole("combobox", { name: "State" }).selectOptions("finished");
  await expect.element(screen.getByRole("link", { name: "Handover" })).not.toBeInTheDocument();
  await expect.element(screen.getByRole("link", { name: "Falls" })).toBeVisible();
  await userEvent.fill(screen.getByRole("searchbox"), "handover");
  await expect.element(screen.getByText("No reflection matches.")).toBeVisible();
  await accessible();
  await screen.getByRole("button", { name: "Show all reflections" }).click();
  await expect.element(screen.getByRole("link", { name: "Handover" })).toBeVisible();
});

test("a list that cannot be read says why and can be asked again", async () => {
  let broken = true;
  listWorld([], {
    list_reflections: () =>
      broken
        ?  
          Promise.reject({ code: "diskFull" })
        : { rows: [row(1)], total: 1 },
  });
  const screen = await render(Reflections, {});
  await expect.element(screen.getByRole("alert")).toHaveTextContent("The disk is full");
  await accessible();
  broken = false;
  await screen.getByRole("button", { name: "Try again" }).click();
  await expect.element(screen.getByRole("link", { name: "Account 1" })).toBeVisible();
});
