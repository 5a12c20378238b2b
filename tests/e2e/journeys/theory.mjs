// Theory meets practice: a library comes in, an account cites it, a passage is linked with its reason, the gap closes on
// the map, and the PDF says all of it.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { defaultPortfolio, everythingIn, write } from "../support/portfolio.mjs";
import { open, run, scratch } from "../support/session.mjs";

const LIBRARY = `@book{gibbs1988,
  author = {Gibbs, Graham},
  title = {Learning by doing: a guide to teaching and learning methods},
  publisher = {Further Education Unit},
  address = {Oxford},
  year = {1988},
}

@book{schon1983,
  author = {Sch{\\"o}n, Donald},
  title = {The reflective practitioner},
  publisher = {Basic Books},
  address = {New York},
  year = {1983},
}
`;

const PASSAGE = "I stopped and asked her how she felt.";
const REASON = "Gibbs asks for the feeling before the judgement, and that is the order in which I took them.";
const OTHER_REASON = "Schön calls this thinking while acting: I changed the dressing while I changed my mind.";
const OTHERS = ["A dressing that would not hold", "Handover at the window", "The second wash"];

/** Chooses an action by its name, as a person does who leaves the mouse alone. */
async function act(app, name) {
  await app.press("Control+k");
  await app.find("combobox", "Action");
  await app.type(name);
  await app.press("Enter");
}

async function toTheMap(app) {
  await act(app, "practice and theory");
  await app.find("heading", "Practice and theory");
}

test("a library comes in, is cited and linked with a reason, and the gap closes on the map and in the PDF", async (t) => {
  const data = await scratch(t);
  const file = join(data, "zotero.bib");
  await writeFile(file, LIBRARY);
  const app = await open(t, { data, size: [1280, 800] });
  await app.sees("What happened on shift?");

  // The library, dropped on the window.
  await app.dropFiles(file);
  await app.tabTo("button", "Bring in 2 works");
  await app.press("Enter");
  await app.sees("The reflective practitioner");

  // Four accounts; the last cites as it is typed.
  for (const title of OTHERS) {
    await write(app, title, `${title}: I wrote down what I saw.`);
    await app.sees(/Saved \d/);
  }
  await write(app, "Faint on standing up", PASSAGE);
  await app.press("Control+Enter");
  await app.type("A cycle begins with what happened [@gibbs1988, p. 12], and so did I.");
  await app.sees(/Saved \d/);

  // What is lacking on both sides.
  await toTheMap(app);
  await app.find("heading", "2 of 2 works have never met practice; 4 of 4 reflections draw on no theory");
  await app.accessible("the map before any link");

  // A passage is selected and linked, with the keyboard alone.
  await app.press("Control+2");
  await app.find("heading", "Reflections");
  await app.click("link", /^Faint on standing up/);
  await app.click("textbox", "Description");
  await app.press("Control+a");
  await act(app, "Link theory");
  await app.find("dialog", "Link theory");
  await app.type("Gibbs");
  await app.press("Enter");
  await app.tabTo("textbox", "How does this explain what you did?");
  await app.type(REASON);
  const passage = await app.find("textbox", /^Is it about one passage\?/);
  assert.equal(await app.web.run((box) => box.value, passage), PASSAGE, "what was selected is offered");
  await app.accessible("linking a passage");
  await app.tabTo("button", "Keep link");
  await app.press("Enter");
  await app.sees("Linked Gibbs (1988)");
  await app.sees(REASON);

  // Its gap has closed; the other work is linked from the map itself.
  await toTheMap(app);
  await app.find("heading", "1 of 2 works has never met practice; 3 of 4 reflections draw on no theory");
  await app.tabTo("button", /^Gibbs \(1988\), .*: 1 reflection$/);
  await app.press("Enter");
  await app.find("link", "Faint on standing up");
  await app.click("button", /^Link to a reflection.*Schön \(1983\)/);
  await app.find("dialog", "What does Schön (1983) explain?");
  await app.type("dressing");
  await app.click("option", /^A dressing that would not hold/);
  await app.click("button", "Go on");
  await app.find("dialog", "Link theory");
  await app.click("textbox", "How does this explain what you did?");
  await app.type(OTHER_REASON);
  await app.click("button", "Keep link");
  await app.find("heading", "Every work of theory has met practice; 2 of 4 reflections draw on no theory");
  await app.accessible("the map with links");
  await app.screenshot("map-journey-light-1280x800");

  // The work shows its use with the passage.
  await app.click("link", "Gibbs (1988)");
  await app.find("heading", "Where you have used it");
  await app.sees(PASSAGE);
  await app.sees(REASON);

  const pdf = join(data, "Hand in.pdf");
  await app.click("link", "Export");
  await app.click("checkbox", "Unfinished reflections too");
  await app.answerDialog(pdf);
  await app.click("button", "Write the PDF…");
  await app.sees(/Wrote Hand in\.pdf, \d+ pages/);
  await app.close();

  await run("qpdf", ["--check", pdf]);
  const { stdout } = await run("pdftotext", ["-layout", pdf, "-"]);
  const printed = stdout.replace(/-\n\s*/g, "").replace(/\s+/g, " ");
  for (const words of [
    "A cycle begins with what happened (Gibbs, 1988, p. 12), and so did I.",
    PASSAGE,
    REASON,
    OTHER_REASON,
    "Gibbs, G. (1988) Learning by doing: a guide to teaching and learning methods. Oxford: Further Education Unit.",
    "Practice and theory",
    "Every work of theory has met practice; 2 of 4 accounts draw on no theory.",
  ]) {
    assert.ok(printed.includes(words), `the PDF lacks “${words}”:\n${printed}`);
  }

  const { theory, theoryLinks, reflections } = await everythingIn(defaultPortfolio(data));
  const key = (link) => theory.find(({ id }) => id === link.theoryId).citeKey;
  assert.deepEqual(theoryLinks.map((link) => [key(link), link.passage, link.rationale]).sort(), [
    ["gibbs1988", PASSAGE, REASON],
    ["schon1983", "", OTHER_REASON],
  ]);
  assert.equal(reflections.length, 4);
});
