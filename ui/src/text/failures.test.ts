import { expect, test } from "vitest";
import type { Failure } from "../backend/contract";
import { explain, isFailure, problemsOf, sentence } from "./failures";

const failures: Failure[] = [
  { code: "invalid", problems: [{ field: "title", reason: "Give it a title." }] },
  { code: "notFound", kind: "reflection" },
  { code: "nothingOpen" },
  { code: "noSuchFile", path: "/home/a/b.aftershift" },
  { code: "noSuchFolder", path: "/home/a" },
  { code: "isFolder", path: "/home/a" },
  { code: "notAPortfolio", path: "/home/a/b.txt" },
  { code: "tooNew", found: 9, known: 1 },
  { code: "locked", path: "/home/a/b.aftershift" },
  { code: "readOnly", path: "/home/a/b.aftershift" },
  { code: "notReadable", path: "/home/a/b.aftershift" },
  { code: "diskFull" },
  { code: "damaged", what: ["page 3 cannot be read"] },
  { code: "alreadyThere", path: "/home/a/b.pdf" },
  { code: "notEmpty" },
  { code: "notTheFormat", place: "activities[3].doneOn", expected: "a date such as 2026-03-12" },
  { code: "cannotImport", reason: "The file is empty." },
  { code: "cannotKeepFile", reason: "It is larger than 25 MB." },
  { code: "cannotSign", reason: "the key that signs is damaged" },
  { code: "file", operation: "write", path: "/home/a/b.pdf", reason: "permission denied" },
  { code: "cancelled" },
  { code: "bug", reference: "A7-114" },
];

test.each(failures)("$code is a plain sentence with an end", (failure) => {
  const words = sentence(failure);
  expect(words).toMatch(/^[A-Z/“].*[.!?]$/);
  expect(words).not.toMatch(/undefined|\[object|null/);
});

test("no two failures read the same", () => {
  expect(new Set(failures.map(explain)).size).toBe(failures.length);
});

test("what was thrown by accident still says that the words are safe", () => {
  expect(isFailure(new TypeError("x is not a function"))).toBe(false);
  expect(explain(new TypeError("x is not a function"))).toContain("still here");
});

test("problems are handed to the form, and only problems", () => {
  expect(problemsOf(failures[0])).toEqual([{ field: "title", reason: "Give it a title." }]);
  expect(problemsOf(failures[1])).toEqual([]);
});
