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
  expect(matching(words, "export", (word) => word)).toEqual([
    "Take the export apart",
    "Re-export",
    "Go to Export",
    "Examine the port",
  ]);
  expect(matching(["Unwrite", "Write"], "write", (word) => word)).toEqual(["Write", "Unwrite"]);
});

test("nothing typed keeps everything in its order", () => {
  expect(matching(["b", "a"], "", (word) => word)).toEqual(["b", "a"]);
});
