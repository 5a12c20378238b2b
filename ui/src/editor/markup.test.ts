import { EditorSelection, EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { smallest } from "./difference";
import { toggleMark } from "./markup";

/** Runs a command on a text whose selection is between two bars. */
function after(mark: string, written: string): string {
  const from = written.indexOf("|");
  const to = written.lastIndexOf("|") - 1;
  let state = EditorState.create({
    doc: written.replaceAll("|", ""),
    selection: EditorSelection.single(from, to),
  });
  toggleMark(mark)({ state, dispatch: (transaction) => (state = transaction.state) });
  const { from: start, to: end } = state.selection.main;
  const doc = state.doc.toString();
  return `${doc.slice(0, start)}|${doc.slice(start, end)}|${doc.slice(end)}`;
}

test.each([
  ["**", "I was |calm|.", "I was **|calm|**."],
  ["**", "I was **|calm|**.", "I was |calm|."],
  ["**", "I was |**calm**|.", "I was |calm|."],
  ["*", "I was |calm|.", "I was *|calm|*."],
  ["*", "I was **|calm|**.", "I was ***|calm|***."],
  ["*", "||", "*||*"],
  ["**", "**||**", "||"],
  ["*", "**||**", "***||***"],
  ["**", "I was **calm||**", "I was **calm**||"],
  ["**", "I was **calm ||**", "I was **calm** ||"],
  ["**", "I was ** ||**", "I was  ||"],
  ["*", "I was *calm||* and", "I was *calm*|| and"],
  ["**", "I was ***calm||***", "I was ***calm**||*"],
  ["*", "I was ***calm||***", "I was ***calm*||**"],
  ["**", "* one **two||**", "* one **two**||"],
  ["**", "A ||**calm** day", "A **||****calm** day"],
  ["*", "I was **calm||**", "I was **calm*||***"],
  ["**", "Five \\*\\* and **six||**", "Five \\*\\* and **six**||"],
])("%s on %s gives %s", (mark, before, expected) => {
  expect(after(mark, before)).toBe(expected);
});

test.each([
  ["", "a"],
  ["aaa", "aa"],
  ["one two three", "one 2 three"],
  ["abc", ""],
  ["abab", "ab"],
])("the difference between %j and %j leads from one to the other", (before, now) => {
  const state = EditorState.create({ doc: before });
  const changes = smallest(before, now);
  expect(state.update({ changes }).state.doc.toString()).toBe(now);
});

test("no difference is no change", () => {
  expect(smallest("same", "same")).toEqual({ from: 4, to: 4, insert: "" });
});
