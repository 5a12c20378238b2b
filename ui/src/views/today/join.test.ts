import { expect, test } from "vitest";
import { join } from "./join";

test.each([
  ["", "", false, ""],
  ["A fall", "", false, "A fall"],
  ["", "A fall", true, "A fall"],
  ["A fall", "A fall in the", false, "A fall in the"],
  ["A fall in the", "A fall", false, "A fall in the"],
  // A text that was taken back stands before what was typed since.
  ["A fall.\n\nQuiet", "Quiet", false, "A fall.\n\nQuiet"],
  ["A fall", "Quiet night", false, "A fall\n\nQuiet night"],
  // The first letters of a new note may be those of the old one.
  ["A fall", "A", true, "A fall\n\nA"],
])("stored %j beside typed %j (new: %j) is %j", (stored, typed, fresh, both) => {
  expect(join(stored, typed, fresh)).toBe(both);
});
