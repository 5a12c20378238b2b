import { expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import set from "./Icon.examples";
import Icon from "./Icon.svelte";

checkExamples(set);

test("a picture is never read aloud: a word stands beside it", async () => {
  const screen = await render(Icon, { name: "bin" });
  expect(screen.container.querySelector("svg")?.getAttribute("aria-hidden")).toBe("true");
});
