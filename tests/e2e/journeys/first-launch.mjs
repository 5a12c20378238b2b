// A person who has read nothing, with the keyboard alone: from the first launch to the first saved sentence.
import assert from "node:assert/strict";
import { test } from "node:test";

import { defaultPortfolio, everythingIn } from "../support/portfolio.mjs";
import { open, scratch, waitFor } from "../support/session.mjs";

test("the first sentence is written and saved with the keyboard alone", async (t) => {
  const data = await scratch(t);
  const app = await open(t, { data });
  await app.find("heading", "Today");
  await app.accessible("the first screen there ever is");

  // Whoever opens the program wants to say something: the keyboard is there already.
  await hasKeyboard(app);
  await app.type("The handover ran late and nobody minded.");
  await app.sees(/Saved \d/);
  await app.tabTo("button", "Write about it");
  await app.press("Enter");

  // The account has the sentence, and the keyboard is where writing goes on.
  await app.find("textbox", "Title");
  await app.sees("The handover ran late and nobody minded.");
  await app.tabTo("textbox", "Description");
  await app.type(" I stayed to hear the end.");
  await app.sees(/Saved \d/);
  await app.accessible("the writing room");
  await app.close();

  const { reflections, activities, activityLinks } = await everythingIn(defaultPortfolio(data));
  assert.equal(reflections.length, 1);
  assert.match(JSON.stringify(reflections[0].stages), /The handover ran late and nobody minded\. I stayed to hear the end\./);
  assert.equal(activities.length, 1);
  assert.deepEqual(activityLinks, [{ reflectionId: reflections[0].id, activityId: activities[0].id }]);
});

test("the first key lands in the capture box, and a room that is asked for by name has the keyboard", async (t) => {
  const data = await scratch(t);
  const app = await open(t, { data });
  // The window is shown no sooner than this, and nothing has to be clicked.
  await hasKeyboard(app);
  await app.type("A fall, no harm.");
  await app.sees(/Saved \d/);
  assert.equal(await captured(app), "A fall, no harm.");

  // By its key, from wherever one is.
  await app.press("Control+4");
  await app.find("heading", "Hours");
  await app.press("Control+1");
  await hasKeyboard(app);
  await app.type(" It was quiet.");
  assert.equal(await captured(app), "A fall, no harm. It was quiet.");

  // By its link, one is going about: the room begins at its top, and Tab leads to the box.
  await app.press("Control+4");
  await app.find("heading", "Hours");
  await app.tabTo("link", "Today", { key: "Shift+Tab" });
  await app.press("Enter");
  await app.find("textbox", "What happened on shift?");
  assert.notEqual((await app.focused()).name, "What happened on shift?");
  await app.tabTo("textbox", "What happened on shift?", { most: 2 });
  await app.close();
});

/** Waits until the capture box has the keyboard. */
async function hasKeyboard(app) {
  await waitFor("the keyboard is in the capture box", async () =>
    (await app.focused()).name === "What happened on shift?");
}

function captured(app) {
  return app.web.run(() => document.querySelector("#capture").value);
}
