// A part-time programme with a break in learning: typed by hand, and its minimum explained step by step, the same in the
// window and for scripts.
import assert from "node:assert/strict";
import { test } from "node:test";

import { defaultPortfolio } from "../support/portfolio.mjs";
import { cli, open, scratch } from "../support/session.mjs";

// Worked out by hand from the rule for starts from 1 August 2022 to 31 July 2025:
//
//   8 January 2024 to 31 December 2025: 366 days to 8 January 2025 (2024 has a 29 February), then
//     24 + 28 + 31 + 30 + 31 + 30 + 31 + 31 + 30 + 31 + 30 + 30 = 357 more to 31 December            = 723 days
//   the break, 6 January to 31 March 2025, the day learning resumed not counted: 26 + 28 + 30        =  84 days
//   723 - 84 = 639 days; 639 / 7 = 91.2857…, to the nearest whole week                               =  91 weeks
//   statutory leave: 91 / 52 * 5.6 = 1.75 * 5.6                                                      =   9.8 weeks
//   91 - 9.8                                                                                         =  81.2 weeks
//   at 24 hours a week, which is under the cap of 30: 81.2 * 24                                      = 1,948.8 hours
//   20 %                                                                                             =   389.76 hours
//   rounded up: to whole hours 390; to minutes 389.76 * 60 = 23,385.6                                = 23,386 minutes
//   shortest duration at 24 hours a week: 52 * 30 / 24                                               =    65 weeks
const STEPS = [
  "From 8 January 2024 to 31 December 2025 = 723 days",
  "723 days less 84 days of breaks in learning = 639 days",
  "639 days ÷ 7 = 91.29, to the nearest whole week 91 weeks",
  "91 weeks less 9.8 weeks’ leave = 81.2 weeks",
  "× 24 h, your weekly hours = 1,948.8 h",
  "× 20 % = 389.76 h",
  "Rounded up to a whole hour, so that you are never short: 390 h",
];

test("a part-time programme with a break is typed by hand and its minimum explained", async (t) => {
  const data = await scratch(t);
  const app = await open(t, { data });

  await app.click("link", "Hours");
  await app.tabTo("link", "Enter your programme");
  await app.press("Enter");

  // By keyboard alone, from the first box to the last.
  await app.tabTo("textbox", "Your name");
  await app.type("Sam Example");
  await day(app, ["8", "1", "2024"]);
  await day(app, ["31", "12", "2025"]);
  await app.tabTo("textbox", "Average hours a week");
  await app.type("24");
  await app.tabTo("button", "Add a break");
  await app.press("Enter");
  // The rows of the list stand before the button that adds them.
  await app.tabTo("button", "Remove this break", { key: "Shift+Tab" });
  for (let box = 0; box < 7; box += 1) await app.press("Shift+Tab");
  await day(app, ["6", "1", "2025"]);
  await day(app, ["31", "3", "2025"]);
  await app.tabTo("textbox", /^Reason, in general words/);
  await app.type("Parental leave");

  // What would be required is there before anything is kept, and is called what it is.
  await app.sees("Your minimum, if you keep this");
  await app.sees("390 h");
  await app.accessible("a programme with a break, not kept yet");
  await app.tabTo("button", "Keep programme");
  await app.press("Enter");
  await app.sees("Kept your programme");

  await app.click("link", "Hours");
  await app.tabTo("button", "How 390 h is worked out");
  await app.press("Enter");
  await app.sees("× 20 %");
  const shown = await app.web.run(() => [...document.querySelectorAll("main details[open] ol > li")].map((step) => step.innerText));
  assert.deepEqual(shown, STEPS);
  await app.sees("This is an estimate from what you entered.");
  await app.sees("starts from 1 August 2022 to 31 July 2025");
  await app.sees("Whether the minimum grows where breaks moved the planned end by more than their own 84 days is not settled");
  await app.sees("A break in learning moves the planned end to a later day. Its days are taken off here");
  await app.accessible("the explanation of a part-time minimum");
  await app.screenshot("part-time-break-light-1280x800");
  await app.close();

  const answer = JSON.parse(await cli("hours", defaultPortfolio(data), "--json"));
  assert.deepEqual(
    {
      cohort: answer.cohort,
      weeks: answer.weeks,
      required_minutes: answer.required_minutes,
      required_hours_whole: answer.required_hours_whole,
      required_hours_exact: answer.required_hours_exact,
      minimum_duration_weeks: answer.minimum_duration_weeks,
      floor_applied: answer.floor_applied,
    },
    {
      cohort: "B",
      weeks: 91,
      required_minutes: 23_386,
      required_hours_whole: 390,
      required_hours_exact: "389.7600",
      minimum_duration_weeks: 65,
      floor_applied: false,
    });
  const told = answer.steps.map(({ text, value }) => (text.includes(value) ? text : `${text} = ${value}`));
  assert.deepEqual(told, STEPS.slice(0, -1), "scripts are told the same, with the rounded figure beside it");
  assert.deepEqual(answer.warnings.map(({ code }) => code), ["break_end_unsettled"],
    "65 weeks are reached, and the break is a real one; what it may do to the minimum is open");
});

/** Types a day into the next group of three boxes. */
async function day(app, [number, month, year]) {
  await app.tabTo("textbox", "Day");
  await app.type(number);
  await app.press("Tab");
  await app.type(month);
  await app.press("Tab");
  await app.type(year);
  await app.press("Tab");
}
