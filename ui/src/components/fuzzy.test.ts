import { expect, test } from "vitest";
import { fit, matching } from "./fuzzy";

test("every word typed must occur", () => {
  expect(fit("Write a reflection", "write refl")).toBeDefined();
  expect(fit("Write a reflection", "write hours")).toBeUndefined();
});

test("accents and case do not matter", () => {
  expect(fit("Schön (1983)", "schon")).toBeDefined();
  expect(fit("Schon", "SCHÖN")).toBeDefined();
});

test("the start of a word ranks before its middle, and that before scattered letters", () => {
  const words = ["Take the export apart", "Re-export", "Go to Export", "Examine the port"];
  expect(matching(words, "export", (word) => word, { skipping: true })).toEqual(words);
  expect(matching(["Unwrite", "Write"], "write", (word) => word)).toEqual(["Write", "Unwrite"]);
});

test("letters may only be skipped where that was asked for", () => {
  expect(fit("Go to Export", "gexp", { skipping: true })).toBeDefined();
  expect(fit("Go to Export", "gexp")).toBeUndefined();
});

test("nothing typed keeps everything in its order", () => {
  expect(matching(["b", "a"], "", (word) => word)).toEqual(["b", "a"]);
});
