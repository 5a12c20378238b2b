// A calendar and a timesheet of other programs come into the log, and go again with one undo.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { defaultPortfolio, everythingIn } from "../support/portfolio.mjs";
import { open, scratch } from "../support/session.mjs";

/** A file of another program, from the tests' own data. */
const foreign = (name) => fileURLToPath(new URL(`../../data/exchange/${name}`, import.meta.url));

/** A weekly tutorial without end that began three weeks ago: up to today there were four. */
function tutorials() {
  const begun = new Date();
  begun.setDate(begun.getDate() - 21);
  const two = (number) => String(number).padStart(2, "0");
  const day = `${begun.getFullYear()}${two(begun.getMonth() + 1)}${two(begun.getDate())}`;
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:tutorial", "SUMMARY:Tutorial with Sam",
    `DTSTART:${day}T090000`, `DTEND:${day}T103000`, "RRULE:FREQ=WEEKLY", "END:VEVENT", "END:VCALENDAR", ""].join("\r\n");
}

/** The entries of the log that are not in the bin. */
async function logged(data) {
  const { activities } = await everythingIn(defaultPortfolio(data));
  return activities.filter(({ deletedAt }) => !deletedAt);
}

test("a calendar is brought in by keyboard and taken back with one undo", async (t) => {
  const data = await scratch(t);
  const calendar = join(data, "college.ics");
  await writeFile(calendar, tutorials());
  const app = await open(t, { data });

  await app.press("Control+k");
  await app.find("combobox", "Action");
  await app.type("Bring in a timesheet");
  await app.press("Enter");
  await app.find("heading", "Bring in a timesheet or calendar");
  await app.accessible("the empty page for bringing in");
  await app.answerDialog(calendar);
  await app.tabTo("button", "Choose a file");
  await app.press("Enter");
  await app.sees("college.ics");
  await app.sees("4 entries");
  await app.accessible("the entries of a calendar");
  await app.screenshot("bring-in-light-1280x800");

  // One is left out, the others are claimed; nothing was in the log until now.
  await app.tabTo("button", "Claim as off-the-job learning");
  await app.press("Enter");
  await app.sees("Time is claimed for 4 entries");
  await app.tabTo("checkbox", /^Bring in “Tutorial with Sam”/);
  await app.press("Space");
  await app.tabTo("button", "Bring in 3 entries");
  await app.press("Enter");
  await app.sees("Brought in 3 entries");
  await app.find("heading", "Activities");
  await app.sees("3 entries");
  await app.click("button", "Undo");
  await app.sees("Taken back: the import");
  await app.sees("Everything you do and learn");

  // Once more, to stay; and again, to be recognised.
  await app.click("button", "More");
  await app.click("menuitem", "Bring in a timesheet or calendar");
  await app.answerDialog(calendar);
  await app.click("button", "Choose a file");
  await app.click("button", "Bring in 4 entries");
  await app.sees("Brought in 4 entries");
  await app.dropFiles(calendar);
  await app.sees("Everything in this file is in your log already.");
  await app.untroubled();
  await app.close();

  const kept = await logged(data);
  assert.deepEqual(kept.map(({ title, duration, offTheJob }) => [title, duration, offTheJob ?? null]),
    Array.from({ length: 4 }, () => ["Tutorial with Sam", 90, null]), "nothing is claimed by itself");
});

test("a timesheet that is dropped asks only for what it does not say, and remembers it", async (t) => {
  const data = await scratch(t);
  const sheet = join(data, "april.csv");
  await writeFile(sheet, "Wann;Was;Wie lange\r\n03/04/2026;Vorlesung;1,5\r\n05/04/2026;=1+1;0,75\r\n");
  const app = await open(t, { data, size: [800, 600] });

  await app.dropFiles(sheet);
  await app.find("heading", "What is in the columns?");
  await app.sees("Say which column holds the date.");
  await app.accessible("the columns of a timesheet");
  await app.screenshot("bring-in-columns-light-800x600");
  await choose(app, "What “Wann” holds", "Date");
  await choose(app, "What “Was” holds", "What it was");
  await choose(app, "What “Wie lange” holds", "How long it took");
  await app.click("button", "Show the entries");
  await app.sees("2 entries");
  await app.click("button", "Bring in 2 entries");
  await app.sees("Brought in 2 entries");

  // The next one with these headings is understood at once.
  await writeFile(join(data, "may.csv"), "Wann;Was;Wie lange\r\n06/05/2026;Seminar;2\r\n");
  await app.dropFiles(join(data, "may.csv"));
  await app.sees("Read as last time");
  await app.click("button", "Bring in 1 entry");
  await app.sees("Brought in 1 entry");

  // And a known program's needs nothing.
  await app.dropFiles(foreign("toggl.csv"));
  await app.sees("toggl.csv, from Toggl Track");
  await app.click("button", "Leave it");
  await app.find("button", "Choose a file");

  // What is no timesheet says so, and the log stays as it is.
  await writeFile(join(data, "letter.csv"), "Dear Sam");
  await app.dropFiles(join(data, "letter.csv"));
  await app.sees("Nothing was brought in. Row 1 has only one column");

  // The log leaves as a sheet, in which nothing is a formula.
  const out = join(data, "out");
  await app.click("link", "Activities");
  await app.answerDialog(out);
  await app.click("button", "More");
  await app.click("menuitem", "Export the log as text (CSV)");
  await app.sees("Wrote out.csv");
  await app.close();
  const written = await readFile(`${out}.csv`, "utf8");
  assert.match(written, /2026-04-03,,,1:30,,Vorlesung,/);
  assert.match(written, /2026-04-05,,,0:45,,'=1\+1,/);
  assert.equal((await logged(data)).length, 3);
});

/** Chooses from a native list, which opens outside the page. */
async function choose(app, name, option) {
  const list = await app.find("combobox", name);
  await app.web.run((element, wanted) => {
    const found = [...element.options].find(({ label }) => label === wanted);
    element.value = found.value;
    element.dispatchEvent(new Event("change", { bubbles: true }));
  }, list, option);
}
