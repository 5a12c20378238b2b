// Citation files come into the library, are recognised the second time, and go again with one undo.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { defaultPortfolio, everythingIn } from "../support/portfolio.mjs";
import { open, scratch } from "../support/session.mjs";

/** Two works and, between them, an entry that is broken. */
const LIBRARY = `@book{gibbs1988,
  author = {Gibbs, Graham},
  title = {Learning by doing: a guide to teaching and learning methods},
  publisher = {Further Education Unit},
  address = {Oxford},
  year = {1988},
}

@article{broken,
  author = {Nobody,
  year = 1990

@article{kubler1969,
  author = {K{\\"u}bler-Ross, Elisabeth},
  title = {On death and dying},
  journal = {Bulletin},
  year = {1969},
}
`;

const PASTED = `TY  - JOUR
AU  - Atkins, Sue
AU  - Murphy, Kathy
TI  - Reflection: a review of the literature
JO  - Journal of Advanced Nursing
PY  - 1993
VL  - 18
IS  - 8
SP  - 1188
EP  - 1192
ER  - 
`;

/** The works of the library that are not in the bin, by title. */
async function titles(data) {
  const { theory } = await everythingIn(defaultPortfolio(data));
  return theory.filter(({ deletedAt }) => !deletedAt).map(({ title }) => title).sort();
}

test("a citation file is brought in, recognised again, added to by pasting, and taken back", async (t) => {
  const data = await scratch(t);
  const file = join(data, "zotero.bib");
  await writeFile(file, LIBRARY);
  const app = await open(t, { data });

  await app.web.run(() => { location.hash = "#/theory/bring-in"; });
  await app.find("heading", "Bring in a citation file");
  await app.accessible("the empty page for citation files");
  await app.answerDialog(file);
  await app.tabTo("button", "Choose a file");
  await app.press("Enter");
  await app.sees("zotero.bib");
  await app.sees("2 works");
  await app.sees("1 entry cannot be brought in");
  await app.sees("Kübler-Ross (1969)");
  await app.accessible("the works of a citation file");
  await app.screenshot("citations-light-1280x800");
  await app.tabTo("button", "Bring in 2 works");
  await app.press("Enter");
  await app.find("heading", "Theory");
  await app.sees("Learning by doing: a guide to teaching and learning methods");
  await app.click("button", "Undo");
  await app.sees("What you study, beside what you do");

  // Dropped, to stay; and again, to be recognised.
  await app.dropFiles(file);
  await app.click("button", "Bring in 2 works");
  await app.sees("On death and dying");
  await app.dropFiles(file);
  await app.sees("You have everything in this file already.");
  await app.click("button", "Leave it");

  await app.click("textbox", /^Or paste entries here/);
  await app.web.run((text) => {
    const box = document.activeElement;
    box.value = text;
    box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  }, PASTED);
  await app.click("button", "Look at them");
  await app.sees("Atkins and Murphy (1993)");
  await app.click("button", "Bring in 1 work");
  await app.sees("Reflection: a review of the literature");
  await app.untroubled();
  await app.close();
  assert.deepEqual(await titles(data), [
    "Learning by doing: a guide to teaching and learning methods",
    "On death and dying",
    "Reflection: a review of the literature",
  ]);
});
