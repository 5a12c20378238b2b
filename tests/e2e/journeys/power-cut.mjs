// The words that were acknowledged as saved are in the file, whatever happens to the program.
import assert from "node:assert/strict";
import { test } from "node:test";

import { defaultPortfolio, everythingIn } from "../support/portfolio.mjs";
import { open, scratch } from "../support/session.mjs";

const ROUNDS = 20;

test("what was shown as saved survives the program being killed, twenty times", async (t) => {
  const data = await scratch(t);
  let app = await open(t, { data });
  await app.click("link", "Reflections");
  await app.click("button", "New reflection");
  await app.find("textbox", "Title");
  await app.type("Twenty power cuts");
  await app.sees(/Saved \d/);
  const place = await app.web.run(() => location.hash);

  const sentences = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const before = sentences.at(-1);
    if (round > 1) {
      await app.web.run((hash) => { location.hash = hash; }, place);
      // What the last round was promised is on the screen again.
      await app.sees(before);
    }
    await app.click("textbox", "Description");
    await app.press("Control+End");
    const sentence = `Round ${round} was kept.`;
    await app.type(round > 1 ? ` ${sentence}` : sentence);
    sentences.push(sentence);
    // The line says "Saving…" from the first key on, so this is the answer to the last one.
    await app.sees(/Saved \d/);
    await app.kill();
    if (round < ROUNDS) app = await app.reopen(t);
  }

  const { reflections } = await everythingIn(defaultPortfolio(data));
  assert.equal(reflections.length, 1);
  assert.equal(reflections[0].stages.find(({ key }) => key === "description").text, sentences.join(" "));
});
