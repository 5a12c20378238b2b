// The whole main job: from what happened on a shift to a PDF that a provider would accept.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { watchNetwork } from "../support/network.mjs";
import { defaultPortfolio, everythingIn } from "../support/portfolio.mjs";
import { open, run, scratch } from "../support/session.mjs";

const HAPPENED = "A patient felt faint on standing up and I sat her down again.";
const RATIONALE = "Benner says that a beginner follows rules; I followed the falls checklist and could not yet see past it.";

test("what happened becomes a reflection with theory, hours are logged, and the PDF has it all", async (t) => {
  const data = await scratch(t);
  const app = await open(t, { data });
  const endOfWatch = await watchNetwork(t, app.pid);

  // What happened, and on to writing about it.
  await app.click("textbox", "What happened on shift?");
  await app.type(HAPPENED);
  await app.click("button", "Write about it");
  await app.find("textbox", "Title");
  await app.sees(HAPPENED);

  // Guided, stage after stage, without leaving the keyboard.
  await app.click("textbox", "Description");
  for (const [stage, words] of [
    ["Feelings", "I was calm, and surprised that I was."],
    ["Evaluation", "She did not fall. I called for help **late**."],
    ["Analysis", "I held to the checklist because it was all I had."],
    ["Conclusion", "I could have asked her how she felt before we began."],
    ["Action plan", "I will take the pressure lying and standing next time."],
  ]) {
    await app.press("Control+Enter");
    assert.deepEqual(await app.focused(), { role: "textbox", name: stage });
    await app.type(words);
  }
  await app.sees(/Saved \d/);

  // A work of theory that is not there yet is added on the way, and then linked with its reason.
  await app.click("button", "Link theory");
  await app.find("dialog", "Link theory");
  await app.accessible("linking theory");
  await app.click("button", "Add a work");
  await app.find("dialog", "Add a work of theory");
  await app.accessible("adding a work of theory");
  await app.click("textbox", "Title");
  await app.type("From novice to expert");
  await app.click("textbox", "Family name");
  await app.type("Benner");
  await app.click("textbox", "Given names or initials");
  await app.type("Patricia");
  await app.click("textbox", "Year");
  await app.type("1984");
  await app.click("textbox", "The key idea, in your own words");
  await app.type("Skill grows in five steps, from rules to seeing the whole.");
  await app.click("button", "More details");
  await app.click("textbox", "Publisher");
  await app.type("Addison-Wesley");
  await app.click("button", "Keep work");
  await app.sees("Kept “From novice to expert”");
  // The work is chosen already; the dialog goes on where it was.
  await app.find("dialog", "Link theory");
  await app.click("textbox", "How does this explain what you did?");
  await app.type(RATIONALE);
  await app.click("radio", "It illustrates the theory");
  await app.click("button", "Keep link");
  await app.sees("Linked Benner");
  await app.sees(RATIONALE);

  // Off-the-job time, typed as people write it and kept at once with Enter.
  await app.click("link", "Activities");
  await app.click("textbox", "What did you do?");
  await app.type("Simulation of a deteriorating patient");
  await choose(app, "Kind of activity", "Simulation or skills lab");
  await app.click("textbox", "How long did it take?");
  await app.type("3h");
  await app.click("textbox", "Of that, learning off the job");
  await app.type("2h30");
  await app.press("Enter");
  await app.sees("Logged “Simulation of a deteriorating patient”");
  await app.sees("2 h 30");

  // And linked to the account too.
  await app.click("link", /^Reflections/);
  await app.click("link", /^A patient felt faint/);
  await app.click("button", "Link an activity");
  await app.click("combobox", "Find an activity");
  await app.type("Simul");
  await app.sees("Simulation of a deteriorating patient");
  await app.press("ArrowDown", "Enter");
  await app.find("link", "Simulation of a deteriorating patient");
  await app.click("button", "Mark as finished");
  await app.sees("Make it a draft again");
  await app.accessible("a finished account with its links");

  // The programme, and what it asks for.
  await app.click("link", "Hours");
  await app.click("link", "Enter your programme");
  await app.click("textbox", "Your name");
  await app.type("Sam Example");
  await day(app, "Original start", "3", "2", "2025");
  await day(app, "Planned end of training", "30", "4", "2027");
  await app.click("textbox", "Average hours a week");
  await app.type("37.5");
  await app.click("textbox", "Name of the apprenticeship");
  await app.type("Nursing associate");
  await app.click("textbox", "Training provider");
  await app.type("Example College");
  await app.click("button", "Keep programme");
  await app.sees("Kept your programme");
  await app.click("link", "Hours");
  await app.sees(/\b6\d\d h\b/);
  await app.click("button", /^How .* is worked out$/);
  await app.accessible("hours against the minimum");

  // The PDF.
  const pdf = join(data, "Hand in.pdf");
  await app.click("link", "Export");
  await app.answerDialog(pdf);
  await app.click("button", "Write the PDF…");
  await app.sees(/Wrote Hand in\.pdf, \d+ pages/);
  await app.accessible("a PDF that was written");

  const { calls, internet } = await endOfWatch();
  assert.ok(calls.length > 0, "a watch that sees nothing proves nothing");
  assert.deepEqual(internet, [], "the window reached for the network");
  await app.close();

  await run("qpdf", ["--check", pdf]);
  const { stdout } = await run("pdftotext", ["-layout", pdf, "-"]);
  const printed = stdout.replace(/-\n\s*/g, "").replace(/\s+/g, " ");
  for (const words of [
    "A patient felt faint",
    "I was calm, and surprised that I was.",
    "She did not fall. I called for help late.",
    "I will take the pressure lying and standing next time.",
    "I followed the falls checklist",
    "Simulation of a deteriorating patient",
    "2 h 30",
    "From novice to expert",
    "Addison",
    "Sam Example",
    "Example College",
  ]) {
    assert.ok(printed.includes(words), `the PDF lacks “${words}”:\n${printed}`);
  }

  const { reflections, theory, theoryLinks, activityLinks, activities } = await everythingIn(defaultPortfolio(data));
  assert.equal(reflections[0].state, "finished");
  assert.equal(theory[0].title, "From novice to expert");
  assert.equal(theoryLinks[0].rationale, RATIONALE);
  assert.equal(theoryLinks[0].relation, "illustrates");
  assert.equal(activityLinks.length, 2);
  const simulation = activities.find(({ title }) => title.startsWith("Simulation"));
  assert.deepEqual([simulation.duration, simulation.offTheJob], [180, 150]);
});

async function choose(app, name, option) {
  const list = await app.find("combobox", name);
  await app.web.run((element, wanted) => {
    const found = [...element.options].find(({ label }) => label.startsWith(wanted));
    element.value = found.value;
    element.dispatchEvent(new Event("change", { bubbles: true }));
  }, list, option);
}

async function day(app, name, ...parts) {
  await app.find("group", name);
  const boxes = await app.web.run((legend) => {
    const group = [...document.querySelectorAll("fieldset")].find((one) =>
      one.querySelector(":scope > legend")?.textContent.trim() === legend);
    return [...group.querySelectorAll("input")];
  }, name);
  for (const [index, part] of parts.entries()) {
    await app.clickOn(boxes[index]);
    await app.type(part);
  }
}
