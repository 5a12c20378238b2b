// What cannot be understood is said in a sentence and changes nothing.
import assert from "node:assert/strict";
import { test } from "node:test";

import { defaultPortfolio, everythingIn } from "../support/portfolio.mjs";
import { open, scratch } from "../support/session.mjs";

test("an impossible day or time is never kept as something else", async (t) => {
  const data = await scratch(t);
  const app = await open(t, { data });
  await app.click("link", "Activities");
  await app.click("textbox", "What did you do?");
  await app.type("Study day");

  // Enter at once: the boxes are understood before anything is kept.
  await app.click("textbox", "Day");
  await app.press("Control+a");
  await app.type("31 feb\n");
  await app.sees(/February \d{4} has only 2[89] days/);
  await app.accessible("what is wrong with an entry");

  await app.click("textbox", "Day");
  await app.press("Control+a");
  await app.type("3 feb");
  await app.click("textbox", "How long did it take?");
  await app.type("a while\n");
  await app.sees("There is a problem");
  await app.seesNo("Logged “Study day”");

  // An empty title is asked for.
  await app.click("textbox", "How long did it take?");
  await app.press("Control+a");
  await app.type("90");
  await app.click("textbox", "What did you do?");
  await app.press("Control+a", "Delete", "Enter");
  await app.sees("There is a problem");

  await app.click("textbox", "What did you do?");
  await app.type("Study day\n");
  await app.sees("Logged “Study day”");
  await app.close();
  const { activities } = await everythingIn(defaultPortfolio(data));
  assert.deepEqual(activities.map(({ title, duration }) => [title, duration]), [["Study day", 90]]);
  assert.match(activities[0].doneOn, /-02-03$/);
});
