// The window may be closed at any moment, also in the middle of a word.
import assert from "node:assert/strict";
import { test } from "node:test";

import { defaultPortfolio, everythingIn } from "../support/portfolio.mjs";
import { open, scratch } from "../support/session.mjs";

test("closing in the middle of a word keeps the word", async (t) => {
  const data = await scratch(t);
  let app = await open(t, { data });
  await app.click("link", "Reflections");
  await app.click("button", "New reflection");
  await app.find("textbox", "Title");
  await app.type("The lift that stuck");
  await app.press("Enter");
  await app.type("We waited for the engin");
  // At once, without a look at whether it is saved.
  await app.close();

  const { reflections } = await everythingIn(defaultPortfolio(data));
  assert.equal(reflections[0].title, "The lift that stuck");
  assert.deepEqual(reflections[0].stages.map(({ text }) => text).filter(Boolean), ["We waited for the engin"]);

  app = await app.reopen(t);
  await app.click("link", "The lift that stuck");
  await app.sees("We waited for the engin");
});

test("what stands in the capture box is there after another room and after a restart", async (t) => {
  const data = await scratch(t);
  let app = await open(t, { data });
  await app.click("textbox", "What happened on shift?");
  await app.type("A colleague covered my bre");
  await app.click("link", "Hours");
  await app.find("heading", "Hours");
  await app.click("link", "Today");
  await app.click("textbox", "What happened on shift?");
  assert.equal(await captured(app), "A colleague covered my bre");
  await app.press("Control+End");
  await app.type("ak");
  await app.close();

  app = await app.reopen(t);
  await app.find("textbox", "What happened on shift?");
  assert.equal(await captured(app), "A colleague covered my break");

  // Kept as an activity, the box is empty again and the line tells the truth about it.
  await app.click("button", "Keep for later");
  await app.sees("Kept “A colleague covered my break” in Activities");
  assert.equal(await captured(app), "");
  await app.sees(/Saved \d/);
  await app.seesNo("Saving…");
  await app.close();
  const { activities } = await everythingIn(defaultPortfolio(data));
  assert.deepEqual(activities.map(({ title }) => title), ["A colleague covered my break"]);
});

function captured(app) {
  return app.web.run(() => document.querySelector("#capture").value);
}
