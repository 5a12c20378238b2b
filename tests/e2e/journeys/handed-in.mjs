// The PDF is handed in, and is the portfolio: its pages are looked at first, it is signed, and dropping it on the window of an
// empty portfolio brings everything back.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";

import { defaultPortfolio, everythingIn, write } from "../support/portfolio.mjs";
import { cli, open, scratch } from "../support/session.mjs";

const pdfsig = async (file) => (await promisify(execFile)("pdfsig", ["-nocert", file])).stdout;

test("the pages are looked at, the PDF is written and signed, and a drop brings the portfolio back", async (t) => {
  const data = await scratch(t);
  let app = await open(t, { data, size: [1280, 800] });
  await write(app, "A quiet handover", "I asked twice, and wrote the answer down.");
  await app.sees(/Saved \d/);

  // What will be handed in, page by page, with the keyboard alone.
  await app.press("Control+6");
  await app.find("heading", "Export");
  for (const choice of ["Unfinished reflections too", "Print the day of an event as month and year", "Sign the PDF"]) {
    await app.tabTo("checkbox", choice);
    await app.press("Space");
  }
  await app.tabTo("button", "Look at the pages…");
  await app.press("Enter");
  await app.find("image", /^Page 1 of \d+, drawn as it will be printed$/);
  await app.press("ArrowRight");
  await app.find("image", /^Page 2 of \d+, drawn as it will be printed$/);
  await app.accessible("the pages of an export");
  await app.screenshot("export-pages-light-1280x800");
  await app.press("Escape");

  const pdf = join(data, "Handed in.pdf");
  await app.answerDialog(pdf);
  await app.tabTo("button", "Write the PDF…", { key: "Shift+Tab" });
  await app.press("Enter");
  await app.sees(/Wrote Handed in\.pdf/);
  assert.match(await pdfsig(pdf), /Signature is Valid/);
  const before = await everythingAfterwards(app, data);

  // On another computer: an empty portfolio, and the file dropped on it.
  const elsewhere = await scratch(t);
  app = await open(t, { data: elsewhere, size: [800, 600] });
  await app.sees("What happened on shift?");
  await app.dropFiles(pdf);
  await app.find("dialog", "A portfolio is inside this PDF");
  await app.sees("1 account");
  await app.accessible("the question about a dropped PDF");
  await app.screenshot("offered-light-800x600");
  await app.press("Enter");
  await app.sees("Brought back");
  await app.press("Control+2");
  await app.find("link", /^A quiet handover/);

  // Once more: all of it is known now.
  await app.dropFiles(pdf);
  await app.sees("All of it is in “My portfolio” already");
  await app.press("Escape");
  assert.deepEqual(await everythingAfterwards(app, elsewhere), before);
});

test("a PDF without a portfolio says so and changes nothing", async (t) => {
  const data = await scratch(t);
  const sample = join(data, "sample.aftershift");
  await cli("sample", sample);
  const pdf = join(data, "bare.pdf");
  await cli("export", sample, "--pdf", pdf, "--data", "nothing");
  const app = await open(t, { data });
  await write(app, "Mine", "Stays.");
  await app.dropFiles(pdf);
  await app.sees("No portfolio travels inside this PDF");
  await app.press("Control+2");
  await app.find("link", /^Mine/);
});

/** Closes the window and reads what is in the file. */
async function everythingAfterwards(app, data) {
  await app.close();
  return everythingIn(defaultPortfolio(data));
}

test("each audience is handed in from Export, and what was handed in is listed", async (t) => {
  const data = await scratch(t);
  const sample = join(data, "sample.aftershift");
  await cli("sample", sample);
  const app = await open(t, { data, size: [1280, 800] });
  await app.answerDialog(sample);
  await app.chooseFromMenu("open-portfolio");
  await app.sees("“sample” is open");
  await app.press("Control+6");
  await app.find("heading", "Export");
  for (const [audience, file] of [
    ["Provider evidence pack", "pack.pdf"],
    ["Reflection set", "set.pdf"],
    ["Hours statement", "hours.pdf"],
    ["Progress-review pack", "review.pdf"],
  ]) {
    await app.click("radio", audience);
    await app.answerDialog(join(data, file));
    await app.click("button", "Write the PDF…");
    await app.sees(`Wrote ${file}`);
    const said = JSON.parse(await cli("verify", join(data, file), "--json"));
    assert.equal(said.asExported, true, file);
  }
  await app.accessible("Export with what was handed in");
  await app.screenshot("export-handed-in-light-1280x800");
  for (const row of [/Hours statement/, /Progress review/, /Reflection set/, /Provider evidence pack/]) {
    await app.sees(row);
  }
  await app.sees("Nothing is different");
});

test("a long export is stopped in the middle, and nothing of it is left", async (t) => {
  const data = await scratch(t);
  const word = "I asked for the plan, heard it through, and wrote down what I would do another time. ";
  const account = (number) => ({
    id: `r${number}`, title: `Account ${number}`, happenedOn: "2026-01-15", model: "free", state: "finished", revision: 1,
    stages: [{ key: "text", heading: "", text: `${number}\n\n${word.repeat(12)}\n\n`.repeat(4) }],
    createdAt: "2026-01-15T10:00:00Z", changedAt: "2026-01-15T10:00:00Z",
  });
  const openForm = {
    format: "aftershift-portfolio", version: 1,
    portfolio: { learner: { name: "Amara Osei" }, reflections: Array.from({ length: 400 }, (_, number) => account(number)) },
    files: [],
  };
  const file = join(data, "long.json");
  await writeFile(file, JSON.stringify(openForm));
  const long = join(data, "long.aftershift");
  await cli("import", file, "--into", long);
  const app = await open(t, { data, size: [1280, 800] });
  await app.answerDialog(long);
  await app.chooseFromMenu("open-portfolio");
  await app.sees("“long” is open");
  await app.press("Control+6");
  await app.find("heading", "Export");

  // There is a file of that name already: it stays as it is.
  const folder = join(data, "out");
  await mkdir(folder);
  const pdf = join(folder, "mine.pdf");
  await writeFile(pdf, "an older one");
  await app.answerDialog(pdf);
  await app.click("button", "Write the PDF…");
  await app.click("button", "Stop");
  await app.find("button", "Look at the pages…");
  await app.seesNo("Wrote mine.pdf");
  assert.equal(await readFile(pdf, "utf8"), "an older one");
  assert.deepEqual(await readdir(folder), ["mine.pdf"]);
  await app.seesNo("Nothing is different");
});
