import { expect, test } from "vitest";
import { formatted, type Format } from "./format";

/** What becomes of a text whose selection is between two bars. */
function after(format: Format, written: string): string {
  const from = written.indexOf("|");
  const to = written.lastIndexOf("|") - 1;
  const now = formatted({ text: written.replaceAll("|", ""), from, to }, format);
  return `${now.text.slice(0, now.from)}|${now.text.slice(now.from, now.to)}|${now.text.slice(now.to)}`;
}

test.each<[Format, string, string]>([
  ["bold", "I was |calm|.", "I was **|calm|**."],
  ["italic", "I was |calm|.", "I was *|calm|*."],
  ["heading", "What I sa||w", "## What I sa||w"],
  ["heading", "### What I sa||w", "What I sa||w"],
  ["bullets", "||", "- ||"],
  ["bullets", "- ||", "||"],
  ["bullets", "|one\n\ntwo|\nthree", "- |one\n\n- two|\nthree"],
  ["bullets", "|- one\ntwo|", "|- one\n- two|"],
  ["bullets", "|1. one\n2. two|", "|- one\n- two|"],
  ["bullets", "|- one\n- two|", "|one\ntwo|"],
  ["bullets", "  - [x] on||e", "  on||e"],
  ["numbers", "|one\n\ntwo|", "1. |one\n\n2. two|"],
  ["numbers", "|1. one\n2. two|", "|one\ntwo|"],
  ["numbers", "## on||e", "1. on||e"],
  ["quote", "|one\ntwo|", "> |one\n> two|"],
  ["quote", "|- one|", "> |- one|"],
  ["quote", "|> - one|", "|- one|"],
  ["bullets", "> on||e", "> - on||e"],
  ["quote", "|\n\n|", "|\n\n|"],
])("%s of %j gives %j", (format, before, then) => {
  expect(after(format, before)).toBe(then);
});

test("a second press takes back the first", () => {
  for (const format of ["bold", "italic", "heading", "bullets", "numbers", "quote"] as const) {
    expect(after(format, after(format, "Then |I rang| her.")), format).toContain("I rang");
    expect(after(format, after(format, "Then |I rang| her.")).replaceAll("|", "")).toBe("Then I rang her.");
  }
});
