import { expect, test } from "vitest";
import counts from "../../../../tests/data/words/counts.json";
import type { Identifier, StageText } from "../../backend/contract";
import { base64Of, pastedFile, pictureMarkdown } from "./pictures";
import { arrange, beginning, countWords, moveText, originOf, placeOf, sameAccount, withText } from "./stages";
import { driscoll, gibbs, reflection } from "./testing/samples";
import { saveOf } from "./stages";

const text = (key: string, heading: string, words: string): StageText => ({
  key,
  heading,
  text: words,
});

test.each(counts)("$text has $words words", ({ text: written, words }) => {
  expect(countWords(written)).toBe(words);
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

/** A finding as the program reports it. */
const finding = (stageKey: string | null, matched: string, start: number): Identifier => ({
  kind: "titled_name",
  label: "Name",
  stage: stageKey ?? "Title",
  stageKey,
  excerpt: `…${matched}…`,
  matched,
  start,
  end: start + matched.length,
  mild: true,
});

test("a finding stands at the letters it names, in the stage or the title", () => {
  const stages = arrange(driscoll.stages, [
    text("what", "What?", "🙂 Mrs Patel and Mrs Patel again"),
    text("so_what", "So what?", "Mrs Patel"),
  ]);
  expect(placeOf(finding("what", "Mrs Patel", 3), "", stages)).toEqual({
    stage: stages[0],
    letters: { from: 3, to: 12 },
  });
  expect(placeOf(finding("what", "Mrs Patel", 17), "", stages).letters).toEqual({ from: 17, to: 26 });
  expect(placeOf(finding("so_what", "Mrs Patel", 0), "", stages)).toMatchObject({ stage: stages[1] });
  expect(placeOf(finding(null, "Mrs Patel", 5), "With Mrs Patel", stages)).toEqual({
    stage: undefined,
    letters: { from: 5, to: 14 },
  });
});

test("letters that moved while somebody wrote are followed to the nearest alike; gone ones are gone", () => {
  const written = "Before that, Mrs Patel slept. At noon I woke her up, and then Mrs Patel rang.";
  const stages = arrange(driscoll.stages, [text("what", "What?", written)]);
  expect(placeOf(finding("what", "Mrs Patel", 58), "", stages).letters).toEqual({ from: 62, to: 71 });
  expect(placeOf(finding("what", "Mrs Patel", 9), "", stages).letters).toEqual({ from: 13, to: 22 });
  expect(placeOf(finding("what", "Mr Jones", 9), "", stages)).toEqual({
    stage: stages[0],
    letters: undefined,
  });
  expect(placeOf(finding("feelings", "Mr Jones", 9), "", stages).stage).toBeUndefined();
});

test("of two texts with one key the one with the letters is meant", () => {
  const stages = arrange(driscoll.stages, [
    text("what", "What?", "Nobody."),
    text("what", "What?", "Mrs Patel."),
  ]);
  expect(placeOf(finding("what", "Mrs Patel", 0), "", stages).stage?.text).toBe("Mrs Patel.");
});

test("a description cannot end the picture early", () => {
  expect(pictureMarkdown(" The [new]\nhoist ", "a1")).toBe("![The \\[new\\] hoist](attachment:a1)");
});

test("a pasted picture is found among other files and read", async () => {
  const note = new File(["note"], "note.txt", { type: "text/plain" });
  const photo = new File([new Uint8Array([1, 2, 3])], "photo.png", { type: "image/png" });
  const pasted = (words: string, ...files: File[]): DataTransfer => {
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    if (words !== "") transfer.setData("text/plain", words);
    return transfer;
  };
  expect(pastedFile(pasted("", note, photo))).toMatchObject({ name: "photo.png" });
  expect(pastedFile(pasted("", note)), "it is refused with a reason").toMatchObject({ name: "note.txt" });
  expect(pastedFile(pasted("words", note)), "the words are meant").toBeUndefined();
  expect(pastedFile(null)).toBeUndefined();
  expect(await base64Of(photo)).toBe("AQID");
});

test("a text moves behind another and comes back, whatever was written meanwhile", () => {
  const left = { ...text("feelings", "Feelings", "I was afraid. ![A bay](attachment:e1)"), at: 0 };
  const filled = { ...text("so_what", "So what?", "It matters.\n"), at: 1 };
  const texts = [text("feelings", "Feelings", left.text), text("so_what", "So what?", filled.text)];
  const moved = moveText(texts, left, filled);
  expect(moved.texts.map((one) => one.text)).toEqual(["", `It matters.\n\n${left.text}`]);
  expect(moved.back(moved.texts)).toEqual(texts);

  const written = [text("feelings", "Feelings", "New."), text("so_what", "So what?", `Truly. ${left.text}\n\nLater.`)];
  expect(moved.back(written).map((one) => one.text)).toEqual([`${left.text}\n\nNew.`, "Truly.\n\nLater."]);

  const changed = [text("feelings", "Feelings", ""), text("so_what", "So what?", "I was calm.")];
  expect(moved.back(changed).map((one) => one.text), "changed words stay beside the old").toEqual([
    left.text,
    "I was calm.",
  ]);
  const gone = [text("what", "What?", "It."), text("so_what", "So what?", `It matters.\n\n${left.text}`)];
  expect(moved.back(gone)).toEqual([gone[0], text("so_what", "So what?", filled.text), text("feelings", "Feelings", left.text)]);
});

test("a text moves into a stage without words, which then has it to the letter", () => {
  const texts = [text("feelings", "Feelings", "  I was afraid.\n")];
  const moved = moveText(texts, { key: "feelings", heading: "Feelings", at: 0 }, { key: "what", heading: "What?", at: undefined });
  expect(moved.texts).toEqual([text("feelings", "Feelings", ""), text("what", "What?", "  I was afraid.\n")]);
  expect(moved.back(moved.texts)[0]).toEqual(texts[0]);
});

test("a text comes from the model that was left, or from the one that has all that is left", () => {
  const own = { ...gibbs, id: "own", name: "Mine", stages: gibbs.stages.slice(0, 2) };
  const [feelings, analysis] = [
    { key: "feelings", heading: "Feelings" },
    { key: "analysis", heading: "Analysis" },
  ];
  const all = [gibbs, driscoll, own];
  expect(originOf(feelings, [feelings], [gibbs, driscoll])).toBe(gibbs.name);
  expect(originOf(feelings, [feelings], all), "two models have it").toBeUndefined();
  expect(originOf(feelings, [feelings, analysis], all)).toBe(gibbs.name);
  expect(originOf(feelings, [feelings], all, "own")).toBe("Mine");
  expect(originOf({ ...feelings, heading: "What I felt" }, [], all, "own")).toBeUndefined();
});
