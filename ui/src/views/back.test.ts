import { afterEach, expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { router } from "../state/router.svelte";
import { settled, violations } from "../testing/accessible";
import ActivityDetail from "./activities/ActivityDetail.svelte";
import { view } from "./activities/testing/samples";
import { TODAY, world } from "./activities/testing/world";
import { wayBack } from "./back";

afterEach(() => router.go({ room: "today" }));

test("an entry that was reached from the audit check leads back to it, and one from the list to the list", async () => {
  world({ activity: () => view() });
  router.go({ room: "hours", section: "audit" });
  router.go({ room: "activities", id: "a1" });
  const screen = await render(ActivityDetail, { id: "a1", today: TODAY });
  const back = screen.getByRole("link", { name: "Back to the audit check" });
  await expect.element(back).toBeVisible();
  // Also while it is being mended, where it is needed most.
  await screen.getByRole("button", { name: "Edit", exact: true }).click();
  await expect.element(back).toBeVisible();
  await settled();
  expect(await violations()).toEqual([]);
  await back.click();
  await expect.poll(() => router.current).toEqual({ room: "hours", section: "audit" });
  await screen.unmount();

  router.go({ room: "activities" });
  router.go({ room: "activities", id: "a1" });
  const again = await render(ActivityDetail, { id: "a1", today: TODAY });
  await expect.element(again.getByRole("link", { name: "All activities" })).toBeVisible();
});

test.each([
  [{ room: "today" }, "Back to Today"],
  [{ room: "export" }, "Back to Export"],
  [{ room: "hours" }, "Back to Hours"],
  [{ room: "reflections", id: "r1" }, "Back to the reflection"],
  [{ room: "theory", id: "t1" }, "Back to the work of theory"],
] as const)("from %o the way back is called %s", (from, label) => {
  router.go({ room: "bin" });
  router.go(from);
  router.go({ room: "activities", id: `from-${from.room}` });
  expect(wayBack()?.label).toBe(label);
});

test("a page without a list of its own shows no way back where there is none to show", () => {
  router.go({ room: "bin" });
  router.go({ room: "settings", section: "programme" });
  expect(wayBack()).toBeUndefined();
});
