import { expect, test } from "vitest";
import type { StageText } from "../../backend/contract";
import { base64Of, pastedPicture, pictureMarkdown } from "./pictures";
import { arrange, beginning, countWords, findWords, sameAccount, withText } from "./stages";
import { driscoll, gibbs, reflection } from "./testing/samples";
import { saveOf } from "./stages";

const text = (key: string, heading: string, words: string): StageText => ({
  key,
  heading,
  text: words,
});

test.each([
  ["", 0],
  ["I waited.", 2],
  ["- one\n- two\n\n| a | b |\n| --- | --- |", 4],
  ["—", 0],
  ["Mrs Ünal’s 3rd", 3],
])("%j has %d words", (written, count) => {
  expect(countWords(written)).toBe(count);
});

test("the model's stages come in its order, then texts that it lacks under their old names", () => {
  const stages = arrange(driscoll.stages, [
    text("description", "Description", "It was late."),
    text("feelings", "Feelings", "  "),
    text("so_what", "So what?", "It matters."),
  ]);
  expect(stages.map((stage) => [stage.heading, stage.text, stage.inModel])).toEqual([
    ["What?", "", true],
    ["So what?", "It matters.", true],
    ["Now what?", "", true],
    ["Description", "It was late.", false],
  ]);
});

test("a second text under the same key is kept, and a box that was emptied stays", () => {
  const texts = [text("what", "What?", "One."), text("what", "What else?", "Two.")];
  const stages = arrange(driscoll.stages, texts);
  expect(stages.at(-1)).toMatchObject({ heading: "What else?", text: "Two.", inModel: false });
  const last = stages.at(-1);
  if (!last) throw new Error("there are stages");
  const emptied = withText(texts, last, "");
  expect(arrange(driscoll.stages, emptied)).toHaveLength(3);
  expect(arrange(driscoll.stages, emptied, new Set([last.id])).at(-1)).toMatchObject({ text: "" });
});

test("going to another model and back gives every text its place again", () => {
  const written = gibbs.stages.map((stage) => text(stage.key, stage.name, `${stage.name}.`));
  expect(arrange(driscoll.stages, written).filter((stage) => !stage.inModel)).toHaveLength(6);
  const back = arrange(gibbs.stages, written);
  expect(back.map((stage) => stage.text)).toEqual(gibbs.stages.map((stage) => `${stage.name}.`));
  expect(back.every((stage) => stage.inModel)).toBe(true);
});

test("a stage without a text gets one, a stage with one is replaced", () => {
  const [what] = arrange(driscoll.stages, []);
  if (!what) throw new Error("there are stages");
  const begun = withText([], what, "It began.");
  expect(begun).toEqual([text("what", "What?", "It began.")]);
  const [again] = arrange(driscoll.stages, begun);
  if (!again) throw new Error("there are stages");
  expect(withText(begun, again, "It ended.")).toEqual([text("what", "What?", "It ended.")]);
});

test("writing begins at the title, then at the first stage without words", () => {
  const stages = arrange(driscoll.stages, [text("what", "What?", "It was late.")]);
  expect(beginning(" ", stages)).toBe("title");
  expect(beginning("Late", stages)).toMatchObject({ key: "so_what" });
  expect(beginning("Late", stages.slice(0, 1))).toBeUndefined();
});

test("accounts are the same when nothing needs writing between them", () => {
  const one = saveOf(reflection());
  expect(sameAccount(one, saveOf(reflection()))).toBe(true);
  expect(sameAccount(one, { ...one, title: "Other" })).toBe(false);
  expect(sameAccount(one, { ...one, stages: withText(one.stages, { key: "x", heading: "X", at: 0 }, "?") })).toBe(false);
});

test.each([
  ["The band said\n943 476 5919 today", "…said 943 476 5919 today", "said\n943 476 5919 today"],
  ["Cost: $5 (about)", "$5 (about)", "$5 (about)"],
])("words are found again whatever the space between them", (written, excerpt, found) => {
  const at = findWords(written, excerpt);
  expect(at && written.slice(at.from, at.to)).toBe(found);
});

test("words that are not there are not found", () => {
  expect(findWords("I waited.", "I left.")).toBeUndefined();
  expect(findWords("I waited.", "…")).toBeUndefined();
});

test("a description cannot end the picture early", () => {
  expect(pictureMarkdown(" The [new]\nhoist ", "a1")).toBe("![The \\[new\\] hoist](attachment:a1)");
});

test("a pasted picture is found among other files and read", async () => {
  const note = new File(["note"], "note.txt", { type: "text/plain" });
  const photo = new File([new Uint8Array([1, 2, 3])], "photo.png", { type: "image/png" });
  expect(pastedPicture([note])).toBeUndefined();
  expect(pastedPicture([note, photo])).toBe(photo);
  expect(await base64Of(photo)).toBe("AQID");
});
