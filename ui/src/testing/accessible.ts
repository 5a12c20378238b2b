import axe from "axe-core";
import { afterEach, expect, test } from "vitest";
import { render } from "vitest-browser-svelte";
import type { Examples } from "./examples";

/** Lets layout and effects settle: two frames. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}

/** What axe finds wrong in what is on screen, as short lines. */
export async function violations(element: Element = document.body): Promise<string[]> {
  const { violations: found } = await axe.run(element, {
    // One component is not a page: what axe asks of whole pages is checked in the journeys.
    rules: { region: { enabled: false }, "page-has-heading-one": { enabled: false } },
    resultTypes: ["violations"],
  });
  return found.flatMap((rule) =>
    rule.nodes.map(
      (node) =>
        `${rule.id}: ${node.target.join(" ")}: ${node.any.map((check) => check.message).join("; ")}`,
    ),
  );
}

const root = document.documentElement;

/** Checks every example in light, dark and high contrast, and the first one at 200 per cent. */
export function checkExamples({ component, examples }: Examples): void {
  afterEach(() => {
    root.removeAttribute("data-theme");
    root.removeAttribute("data-contrast");
    root.style.removeProperty("--text-size");
  });

  for (const [name, props] of Object.entries(examples)) {
    test(`${name} is accessible in every theme`, async () => {
      root.setAttribute("data-theme", "light");
      await render(component, props);
      await settled();
      expect(await violations(), "light").toEqual([]);
      root.setAttribute("data-theme", "dark");
      await settled();
      expect(await violations(), "dark").toEqual([]);
      root.setAttribute("data-contrast", "high");
      await settled();
      expect(await violations(), "high contrast").toEqual([]);
    });
  }

  const [first] = Object.entries(examples);
  if (!first) throw new Error("a component has at least one example");
  test(`${first[0]} fits at 200 per cent`, async () => {
    root.setAttribute("data-theme", "light");
    root.style.setProperty("--text-size", "200%");
    await render(component, first[1]);
    await settled();
    expect(await violations()).toEqual([]);
    expect(root.scrollWidth, "nothing pushes the page sideways").toBeLessThanOrEqual(
      root.clientWidth,
    );
  });
}
