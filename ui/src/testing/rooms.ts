import { expect } from "vitest";
import { settled, violations } from "./accessible";

/** Checks what is on screen in the light and the dark theme. */
export async function accessible(): Promise<void> {
  for (const theme of ["light", "dark"]) {
    document.documentElement.setAttribute("data-theme", theme);
    await settled();
    expect(await violations(), theme).toEqual([]);
  }
}
