// A person who has read nothing, with the keyboard alone: from the first launch to the first saved sentence.
import assert from "node:assert/strict";
import { test } from "node:test";

import { defaultPortfolio, everythingIn } from "../support/portfolio.mjs";
import { open, scratch } from "../support/session.mjs";

test("the first sentence is written and saved with the keyboard alone", async (t) => {
  const data = await scratch(t);
  const app = await open(t, { data });
  await app.find("heading", "Today");
  await app.accessible("the first screen there ever is");

  await app.tabTo("textbox", "What happened on shift?");
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
