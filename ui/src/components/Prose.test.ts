import { expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import set from "./Prose.examples";
import Prose from "./Prose.svelte";

checkExamples(set);

test("rendered text becomes real headings and lists", async () => {
  const screen = await render(Prose, { html: "<h3>Analysis</h3><ul><li>One</li></ul>" });
  await expect.element(screen.getByRole("heading", { name: "Analysis" })).toBeVisible();
  await expect.element(screen.getByRole("listitem")).toHaveTextContent("One");
});

test("lines stay short enough to read", async () => {
  const screen = await render(Prose, { html: `<p>${"word ".repeat(400)}</p>` });
  const width = screen.container.querySelector("p")?.getBoundingClientRect().width ?? 0;
  expect(width).toBeLessThan(760);
});
