// Portfolios are files: opened, made, copied, dropped, given to a second launch, and sometimes not portfolios at all.
import assert from "node:assert/strict";
import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { defaultPortfolio, everythingIn, write } from "../support/portfolio.mjs";
import { cli, open, scratch, waitFor } from "../support/session.mjs";

test("a second launch brings the window forward and opens the file it was given", async (t) => {
  const data = await scratch(t);
  const ward = join(data, "Ward nine.aftershift");
  await cli("new", ward);
  const app = await open(t, { data });
  await write(app, "Typed before the other file came", "Half a thou");

  await app.minimise();
  await app.launchAgain(ward);
  await waitFor("the first window is in front again", () => app.isInFront());
  await app.sees("Ward nine");
  await app.find("heading", "Today");

  // The word that was being typed stayed in the portfolio that it was typed in, which is free again.
  const { reflections } = await everythingIn(defaultPortfolio(data));
  assert.deepEqual(reflections.map(({ title }) => title), ["Typed before the other file came"]);
  assert.match(JSON.stringify(reflections[0].stages), /Half a thou/);

  // And the CLI leaves alone what the window has open.
  const refused = await cli("check", ward).then(() => assert.fail("the CLI opened it as well"), (error) => error);
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /open in Aftershift: close it there first/);
});

test("New, Open, Open recent and Save a copy are in the menu", async (t) => {
  const data = await scratch(t);
  const folder = join(data, "Documents");
  await mkdir(folder);
  const app = await open(t, { data });
  await write(app, "In the first portfolio", "One.");

  // A file without an ending gets one.
  await app.answerDialog(join(folder, "Second"));
  await app.chooseFromMenu("new-portfolio");
  await app.sees("“Second” is open");
  await app.seesNo("In the first portfolio");
  await write(app, "In the second portfolio", "Two.");

  await app.answerDialog(join(folder, "Copy of the second"));
  await app.chooseFromMenu("save-copy");
  await app.sees(/Copied to Copy of the second\.aftershift/);

  await app.chooseFromMenu("open-recent");
  await app.click("button", "Open My portfolio");
  await app.click("link", /^Reflections/);
  await app.sees("In the first portfolio");

  await app.answerDialog(join(folder, "Copy of the second.aftershift"));
  await app.chooseFromMenu("open-portfolio");
  await app.sees("“Copy of the second” is open");
  await app.click("link", /^Reflections/);
  await app.sees("In the second portfolio");

  // Turning away from a dialog changes nothing.
  await app.answerDialog(null);
  await app.chooseFromMenu("open-portfolio");
  await app.sees("In the second portfolio");

  await app.dropFiles(join(folder, "Second.aftershift"));
  await app.sees("“Second” is open");
  await app.close();
  for (const name of ["Second", "Copy of the second"]) {
    const { reflections } = await everythingIn(join(folder, `${name}.aftershift`));
    assert.deepEqual(reflections.map(({ title }) => title), ["In the second portfolio"]);
  }
});

test("what is not a portfolio is named in one sentence, and the open one stays open", async (t) => {
  const data = await scratch(t);
  const letter = join(data, "letter.aftershift");
  await writeFile(letter, "Dear Sam, this is not a portfolio.");
  const app = await open(t, { data });
  await write(app, "Still here", "Yes.");
  for (const [file, sentence] of [
    [letter, `${letter} is not an Aftershift portfolio. It was left as it is; choose another file.`],
    [data, `${data} is a folder. Choose the portfolio file inside it.`],
    [join(data, "gone.aftershift"), "There is no file "],
  ]) {
    await app.answerDialog(file);
    await app.chooseFromMenu("open-portfolio");
    await app.sees(sentence);
    await app.click("button", "Dismiss");
  }
  await app.launchAgain(letter);
  await app.sees("is not an Aftershift portfolio");
  await app.click("link", /^Reflections/);
  await app.sees("Still here");
  await app.close();
  assert.equal((await stat(letter)).size, 34, "the file that is no portfolio is as it was");
  assert.equal((await everythingIn(defaultPortfolio(data))).reflections.length, 1);
});

test("a launch with a bad file opens the window and says so", async (t) => {
  const data = await scratch(t);
  const letter = join(data, "letter.aftershift");
  await writeFile(letter, "Dear Sam");
  const app = await open(t, { data, args: [letter] });
  await app.find("heading", /letter.* could not be opened/);
  await app.sees("what is in it is not a portfolio");
  await app.sees(data);
  await app.accessible("the screen that says why nothing opened");
  await app.screenshot("not-opened-light-1280x800");

  await app.answerDialog(join(data, "Fresh.aftershift"));
  await app.click("button", "Make a new portfolio");
  await app.find("heading", "Today");
  await app.sees("Fresh");
  await app.close();
  assert.match(await cli("check", join(data, "Fresh.aftershift")), /./);
});
