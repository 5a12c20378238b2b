// Nothing that is deleted is gone, and what was done can be taken back.
import assert from "node:assert/strict";
import { test } from "node:test";

import { defaultPortfolio, everythingIn, write } from "../support/portfolio.mjs";
import { open, scratch, waitFor } from "../support/session.mjs";

test("what is deleted comes back from the toast, from the palette and from the bin", async (t) => {
  const data = await scratch(t);
  const app = await open(t, { data });
  await write(app, "The bell at four", "It rang and rang.");
  await app.sees(/Saved \d/);

  // From the toast.
  await remove(app);
  await app.click("button", "Undo");
  await app.click("link", "The bell at four");
  await app.sees("It rang and rang.");

  // From the palette, with the keyboard.
  await remove(app);
  await act(app, "Undo the last change");
  await app.sees("Taken back: ");
  await app.click("link", "The bell at four");
  await app.sees("It rang and rang.");

  // From the bin.
  await remove(app);
  await act(app, "Go to Bin");
  await app.find("heading", "Bin");
  await app.sees("The bell at four");
  await app.accessible("the bin with something in it");
  await app.click("button", /^Restore/);
  await app.sees("Restored “The bell at four”");
  await app.sees("The bin is empty");
  await app.close();

  const { reflections } = await everythingIn(defaultPortfolio(data));
  assert.deepEqual(reflections.map(({ title, deletedAt }) => [title, deletedAt ?? null]), [["The bell at four", null]]);
});

test("a reflection that was begun and a confirmation that was recorded are taken back", async (t) => {
  const data = await scratch(t);
  const app = await open(t, { data });
  await app.click("link", "Activities");
  await app.click("textbox", "What did you do?");
  await app.type("Drug round");
  await app.press("Enter");
  await app.sees("Logged “Drug round”");
  await app.click("link", "Drug round");
  await app.click("button", "Record a confirmation");
  await app.click("textbox", "Their name");
  await app.type("M. Sowande");
  await app.click("button", "Record");
  await app.sees("Confirmed by M. Sowande");
  await act(app, "Undo the last change");
  await app.sees("Taken back: Recorded what M. Sowande said of “Drug round”");
  await app.sees("Nobody else has confirmed this entry yet.");
  // The words are where they came from.
  await app.click("button", "Record a confirmation");
  await app.sees("Unfinished changes from");
  await app.press("Escape");

  await write(app, "Rounds", "A full jug and no cup.");
  await app.sees(/Saved \d/);
  await act(app, "Undo the last change");
  await app.sees("Taken back: Began a reflection");
  await app.close();
  const { reflections, confirmations, unfinished } = await everythingIn(defaultPortfolio(data));
  assert.deepEqual(confirmations, []);
  assert.equal(reflections[0].title, "Rounds");
  assert.notEqual(reflections[0].deletedAt, null, "it is in the bin, with its words");
  assert.match(JSON.stringify(reflections[0].stages), /A full jug and no cup\./);
  assert.equal(unfinished[0].form, "confirmation");
});

test("the palette runs any action with the keyboard alone", async (t) => {
  const app = await open(t, { data: await scratch(t) });
  await act(app, "dark theme");
  await app.find("heading", "Today");
  assert.equal(await app.web.run(() => document.documentElement.dataset.theme), "dark");
  await app.press("Control+k");
  await app.find("combobox", "Action");
  await app.accessible("the palette");
  await app.press("Escape");
  await act(app, "Log an activity");
  await app.find("heading", "Log an activity");
  // The keyboard is in its first box: whoever goes on typing at once loses nothing.
  await act(app, "Go to Today");
  await app.find("heading", "Today");
  await app.press("Control+l");
  await app.type("Wound care lecture");
  const title = await app.find("textbox", "What did you do?");
  await waitFor("all that was typed is in the title", async () =>
    await app.web.run((box) => box.value, title) === "Wound care lecture");
});

async function remove(app) {
  await app.click("button", "More");
  await app.click("menuitem", "Move to bin");
  await app.sees("Moved “The bell at four” to the bin");
}

/** Opens the palette, types, and takes the first that fits. */
async function act(app, name) {
  await app.press("Control+k");
  await app.find("combobox", "Action");
  await app.type(name);
  await app.press("Enter");
}
