import { expect, test } from "vitest";
import { counted, numberText } from "./numbers";

test("thousands have commas, as in what the program itself says", () => {
  expect(numberText(999)).toBe("999");
  expect(numberText(1948)).toBe("1,948");
  expect(counted(1, "entry", "entries")).toBe("1 entry");
  expect(counted(1200, "entry", "entries")).toBe("1,200 entries");
});
