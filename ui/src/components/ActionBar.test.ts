import { expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import ActionBar from "./ActionBar.svelte";
import set from "./ActionBar.examples";

checkExamples(set);

test("while it is there, the window knows how much of its foot it takes", async () => {
  const foot = (): string => document.documentElement.style.getPropertyValue("--foot");
  const screen = await render(ActionBar, { main: { label: "Keep" } });
  const bar = screen.getByRole("button", { name: "Keep" }).element().closest<HTMLElement>(".bar");
  await expect.poll(foot).toBe(`${bar?.offsetHeight}px`);
  await screen.unmount();
  expect(foot()).toBe("");
});
