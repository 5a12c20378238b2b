// What is typed into a form is kept as it is typed, however one leaves it, and is gone once it is sent off.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { defaultPortfolio, everythingIn, write } from "../support/portfolio.mjs";
import { cli, open, scratch, waitFor } from "../support/session.mjs";

test("half a programme survives another room, a closed window, a power cut and another portfolio", async (t) => {
  const data = await scratch(t);
  const other = join(data, "Other.aftershift");
  await cli("new", other);
  let app = await open(t, { data });
  await programme(app);
  await app.click("textbox", "Your name");
  await app.type("Amara Os");
  // Half a date, which no programme could have.
  await clickBox(app, "#programme-originalStart");
  await app.type("31");
  await app.sees("Not in use yet: kept here until you press “Keep programme”.");
  await app.sees("Your minimum, if you keep this");
  await app.accessible("a programme that is half typed");

  // Another room, at once.
  await app.click("link", "Hours");
  await app.find("heading", "Hours");
  await programme(app);
  await stands(app);
  await app.sees(/Unfinished changes from \w{3} \d{1,2} \w{3}, \d\d:\d\d\. Discard what you typed/);

  // The window, in the middle of a word.
  await app.click("textbox", "Your name");
  await app.press("End");
  await app.type("ei");
  await app.close();
  const { unfinished, learner } = await everythingIn(defaultPortfolio(data));
  assert.equal(learner.name, "", "nothing of it is in use");
  assert.equal(unfinished[0].fields.find(({ name }) => name === "name").text, "Amara Osei");

  // The power, once it was shown as saved.
  app = await app.reopen(t);
  await programme(app);
  await app.click("textbox", /^Your job title/);
  await app.type("Trainee");
  await app.sees(/Saved \d/);
  await app.kill();
  app = await app.reopen(t);
  await programme(app);
  await stands(app, "Amara Osei");
  await holds(app, "#programme-role", "Trainee");

  // Another portfolio, and back.
  await app.answerDialog(other);
  await app.chooseFromMenu("open-portfolio");
  await app.sees("“Other” is open");
  await programme(app);
  await holds(app, "#programme-name", "");
  await app.answerDialog(defaultPortfolio(data));
  await app.chooseFromMenu("open-portfolio");
  await app.sees("“My portfolio” is open");
  await programme(app);
  await stands(app, "Amara Osei");

  // Discarded, and had back; then made whole and sent off.
  await app.click("button", "Discard what you typed");
  await app.sees("Discarded what you had typed");
  await holds(app, "#programme-name", "");
  await app.click("button", "Undo");
  await app.sees("Unfinished changes from");
  await stands(app, "Amara Osei");
  for (const [box, text] of [["", "3"], ["-month", "2"], ["-year", "2025"]]) {
    await clickBox(app, `#programme-originalStart${box}`);
    await app.press("Control+a");
    await app.type(text);
  }
  await app.click("button", "Keep programme");
  await app.sees("Kept your programme");
  await app.seesNo("Not in use yet");
  await app.close();
  const kept = await everythingIn(defaultPortfolio(data));
  assert.deepEqual([kept.learner.name, kept.learner.role], ["Amara Osei", "Trainee"]);
  assert.equal(kept.programme.originalStart, "2025-02-03");
  assert.deepEqual(kept.unfinished, []);
});

test("a line of the log that is half typed is there after another room and a restart, and goes on in the full form", async (t) => {
  const data = await scratch(t);
  let app = await open(t, { data });
  await app.click("link", "Activities");
  await app.click("textbox", "What did you do?");
  await app.type("Wound care with the tissue viabil");
  await app.click("link", "Today");
  await app.find("heading", "Today");
  await app.close();

  app = await app.reopen(t);
  await app.click("link", "Activities");
  await app.find("textbox", "What did you do?");
  await holds(app, "#entry-title", "Wound care with the tissue viabil");
  await app.click("link", "All details");
  await app.find("heading", "Log an activity");
  await holds(app, "#activity-title", "Wound care with the tissue viabil");
  await app.click("textbox", "What did you do?");
  await app.press("End");
  await app.type("ity nurse");
  await app.click("textbox", "What was done");
  await app.type("She asked me what I could smell.");
  await app.accessible("an entry that is half typed");
  await app.click("button", "Keep entry");
  await app.sees("Kept “Wound care with the tissue viability nurse”");
  await app.close();
  const { activities, unfinished } = await everythingIn(defaultPortfolio(data));
  assert.deepEqual(activities.map(({ title, whatWasDone }) => [title, whatWasDone]), [
    ["Wound care with the tissue viability nurse", "She asked me what I could smell."],
  ]);
  assert.deepEqual(unfinished, []);
});

test("a dialog closed with Escape keeps its sentence, and a link that is taken away keeps its own in the bin", async (t) => {
  const data = await scratch(t);
  let app = await open(t, { data });
  await write(app, "The bell at four", "It rang and rang.");
  await app.sees(/Saved \d/);
  await app.click("button", "Link theory");
  await app.click("textbox", "How does this explain what you did?");
  await app.type("I waited for rul");
  await app.press("Escape");
  await app.find("textbox", "Title");
  await app.close();

  app = await app.reopen(t);
  await app.click("link", "The bell at four");
  await app.click("button", "Link theory");
  await app.sees("Unfinished changes from");
  await app.click("textbox", "How does this explain what you did?");
  await app.press("Control+End");
  await app.type("es.");
  await app.click("button", "Add a work");
  await app.click("textbox", "Title");
  await app.type("From novice to expert");
  await app.click("button", "Keep work");
  await app.find("dialog", "Link theory");
  await app.click("button", "Keep link");
  await app.sees("“I waited for rules.”");

  await app.click("button", /^Remove\s+the link to/);
  await app.sees(/Moved the link to .* to the bin/);
  await app.seesNo("“I waited for rules.”");
  // The message with its way back is gone by the time that somebody misses the sentence.
  await app.close();
  app = await app.reopen(t);
  await app.click("link", /^Bin/);
  await app.sees(/Link from “The bell at four” to /);
  await app.sees("“I waited for rules.”");
  await app.accessible("a link in the bin");
  await app.click("button", /^Restore/);
  await app.sees("The bin is empty");
  await app.click("link", /^Reflections/);
  await app.click("link", "The bell at four");
  await app.sees("“I waited for rules.”");
});

/** Opens the programme form by its own address. */
async function programme(app) {
  await app.web.run(() => { location.hash = "#/settings/programme"; });
  await app.find("button", "Keep programme");
}

/** Expects the name and the half date to stand in their boxes. */
async function stands(app, name = "Amara Os") {
  await holds(app, "#programme-name", name);
  await holds(app, "#programme-originalStart", "31");
  await holds(app, "#programme-originalStart-month", "");
}

/** Waits until a box holds a text. */
async function holds(app, box, text) {
  await waitFor(`${box} holds “${text}”`, () =>
    app.web.run((css, wanted) => document.querySelector(css)?.value === wanted, box, text));
}

/** Clicks one of several boxes that share a name. */
async function clickBox(app, box) {
  await app.clickOn(await app.web.run((css) => document.querySelector(css), box));
}
