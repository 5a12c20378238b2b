import { expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import { checkExamples } from "../testing/accessible";
import set, { hoursPlot } from "./Plot.examples";
import Plot from "./Plot.svelte";

checkExamples(set);

test("it is a sentence, a picture with words, and a table", async () => {
  const screen = await render(Plot, { plot: hoursPlot });
  await expect.element(screen.getByRole("heading", { name: hoursPlot.title })).toBeVisible();
  await expect.element(screen.getByRole("img", { name: hoursPlot.description })).toBeVisible();
  await screen.getByText("The same figures as a table").click();
  await expect.element(screen.getByRole("cell", { name: "459 h" })).toBeVisible();
});

test("lines differ by more than their colour", async () => {
  const screen = await render(Plot, { plot: hoursPlot });
  const dashes = [...screen.container.querySelectorAll(".room path.line")].map(
    (line) => getComputedStyle(line).strokeDasharray,
  );
  expect(new Set(dashes).size).toBe(hoursPlot.lines.length);
});

test("a break is a band with a pattern and edges of its own, and its name", async () => {
  const screen = await render(Plot, { plot: hoursPlot });
  await expect.element(screen.getByText("Break in learning")).toBeVisible();
  const find = (part: string): Element | null => screen.container.querySelector(`.room ${part}`);
  const hatch = find("rect[fill^='url(#']");
  const pattern = hatch?.getAttribute("fill")?.slice("url(#".length, -1);
  expect(document.getElementById(pattern ?? "")?.tagName).toBe("pattern");
  expect(hatch?.getBoundingClientRect()).toEqual(find(".band")?.getBoundingClientRect());
  // Its edges can be seen as the chart's lines can: 3 to 1, which styles/contrast.test.ts holds.
  expect(getComputedStyle(find(".edge") as Element).stroke).not.toBe("none");
});

test("labels keep the reader's text size at any width", async () => {
  const screen = await render(Plot, { plot: hoursPlot });
  screen.container.style.width = "400px";
  const picture = screen.container.querySelector("svg[role=img]");
  await expect.poll(() => picture?.getAttribute("width")).toBe("400");
  const label = picture?.querySelector("text");
  expect(label?.getBoundingClientRect().height).toBeGreaterThanOrEqual(13);
  screen.container.style.width = "";
});
