// A week logged by keyboard alone, confirmed in one go, changed afterwards; a timer that outlives the window.
import assert from "node:assert/strict";
import { test } from "node:test";

import { defaultPortfolio, everythingIn } from "../support/portfolio.mjs";
import { open, scratch } from "../support/session.mjs";

// Three entries as a person types them. "mon" is the Monday of this week on whatever day this runs.
const WEEK = [
  { what: "Lecture on wound care", day: "mon", took: "9.15-11.00", learning: "=" },
  { what: "Night shift on the ward", day: "today", took: "22:00-06:00", learning: "" },
  { what: "Supervision", day: "mon", took: "1h30", learning: "1h" },
];

test("a week is logged by keyboard, looked through with the arrow keys and confirmed in one go", async (t) => {
  const data = await scratch(t);
  const app = await open(t, { data, size: [1280, 800] });
  await app.press("Control+3");
  await app.find("heading", "Activities");
  await app.tabTo("textbox", "What did you do?");

  // Enter logs, and the keyboard is back at the beginning of the row.
  for (const { what, day, took, learning } of WEEK) {
    assert.deepEqual(await app.focused(), { role: "textbox", name: "What did you do?" });
    await app.type(what);
    await app.press("Tab");
    await app.type(day);
    await app.press("Tab");
    await app.type(took);
    await app.press("Tab");
    assert.deepEqual(await app.focused(), { role: "textbox", name: "Of that, learning off the job" });
    await app.type(learning);
    await app.press("Enter");
    await app.sees(`Logged “${what}”`);
  }
  await app.accessible("a week that was just logged");
  await app.screenshot("week-light-1280x800");

  // Two hours and three quarters count: what was worked at night claims nothing.
  await app.sees("Claimed this week: 2 h 45");
  await app.sees("22:00–06:00 · nothing claimed");

  // The grid is one stop of Tab, and the arrow keys lead through it.
  await app.tabTo("link", "Lecture on wound care");
  await app.press("ArrowRight");
  const next = await app.focused();
  assert.notEqual(next.name, "Lecture on wound care");
  await app.press("Home");
  assert.deepEqual(await app.focused(), { role: "link", name: "Lecture on wound care" });
  await app.press("PageUp");
  await app.sees("Claimed this week: 0 min");
  await app.press("PageDown");
  await app.sees("Claimed this week: 2 h 45");

  // Somebody confirms the week in one go.
  await app.tabTo("button", "Record a confirmation");
  await app.press("Enter");
  await app.find("dialog", "Record a confirmation of several entries");
  await app.accessible("confirming a week");
  await app.tabTo("textbox", "Their name");
  await app.type("Hester Example");
  await app.tabTo("textbox", "Their role");
  await app.type("Practice assessor");
  await app.tabTo("button", "Record");
  await app.press("Enter");
  await app.sees("Recorded for 3 entries");
  await app.sees("Confirmed: 2 h 45");

  // A change afterwards is said beside what was confirmed.
  await app.tabTo("link", "Lecture on wound care", { key: "Shift+Tab" });
  await app.press("Enter");
  await app.find("heading", "Lecture on wound care");
  await app.sees("by Hester Example, Practice assessor");
  await app.tabTo("button", "Edit");
  await app.press("Enter");
  await app.find("heading", "Edit entry");
  await app.tabTo("textbox", "Of that, learning off the job");
  await app.press("Control+a");
  await app.type("1h");
  await app.sees("That is 1 h");
  await app.press("Enter");
  await app.sees("Changed since:");
  await app.sees("Off-the-job time was 1 h 45, is now 1 h");
  await app.accessible("an entry that was changed after it was confirmed");
  await app.close();

  const { activities, activityRevisions, confirmations } = await everythingIn(defaultPortfolio(data));
  assert.deepEqual(
    activities.map(({ title, startedAt, endedAt, duration, offTheJob, state }) =>
      [title, startedAt, endedAt, duration, offTheJob, state]),
    [
      ["Lecture on wound care", "09:15:00", "11:00:00", 105, 60, "submitted"],
      ["Night shift on the ward", "22:00:00", "06:00:00", 480, null, "confirmed"],
      ["Supervision", null, null, 90, 60, "confirmed"],
    ],
  );
  assert.deepEqual(confirmations.map(({ name, decision, revision }) => [name, decision, revision]),
    Array.from({ length: 3 }, () => ["Hester Example", "confirmed", 1]));
  const lecture = activityRevisions.find(({ activityId }) => activityId === activities[0].id);
  assert.equal(lecture.content.offTheJob, 105, "what was confirmed is kept");
});

test("a timer outlives the window, and nothing of it is logged until its length was looked at", async (t) => {
  const data = await scratch(t);
  let app = await open(t, { data });
  await app.press("Control+k");
  await app.find("combobox", "Action");
  await app.type("start or stop the timer");
  await app.press("Enter");
  await app.find("button", "Stop the timer");
  await app.click("textbox", /^What are you doing\?/);
  await app.type("Library");
  await app.sees(/Saved \d/);
  await app.accessible("a timer that runs");
  await app.close();
  assert.deepEqual((await everythingIn(defaultPortfolio(data))).activities, []);

  app = await app.reopen(t);
  await app.press("Control+3");
  await app.sees(/Running since \d\d:\d\d/);
  await app.click("button", "Stop the timer");
  await app.find("heading", "The timer is stopped");
  await app.accessible("a timer that was stopped");
  await app.click("textbox", "How long did it take?", { within: "form[aria-label='The timer is stopped']" });
  await app.press("Control+a");
  await app.type("20m\n");
  await app.sees("Logged “Library”");
  await app.find("button", "Start the timer");
  await app.close();

  const { activities } = await everythingIn(defaultPortfolio(data));
  assert.deepEqual(activities.map(({ title, duration, offTheJob }) => [title, duration, offTheJob]),
    [["Library", 20, null]]);
});
