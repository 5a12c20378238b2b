// Every room with two years of work in it, and with none: drawn in light and dark and at both sizes, to be looked at,
// read by axe with every rule on, and never wider than the window.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { everythingIn } from "../support/portfolio.mjs";
import { cli, open, scratch, waitFor } from "../support/session.mjs";

const SIZES = [[1280, 800], [800, 600]];

/** Where to go, how it is called in a picture's name, and what shows that it is there. */
function views({ reflections, activities, theory }) {
  const here = (all, fits) => all.find((one) => !one.deletedAt && fits(one));
  const account = here(reflections, ({ stages }) => JSON.stringify(stages).includes("](attachment:"));
  const entry = here(activities, ({ state }) => state === "confirmed");
  const work = here(theory, ({ citeKey }) => citeKey === "benner1984");
  return [
    ["today", "#/today", "Worth doing next"],
    ["reflections", "#/reflections", account.title],
    ["writing", `#/reflections/${account.id}`, "Mark as finished|Make it a draft again"],
    ["activities", "#/activities", "Mon 16 Nov to Sun 22 Nov"],
    ["activity", `#/activities/${entry.id}`, entry.title],
    ["activity-form", "#/activities/new", "Kinds that never count|Keep entry"],
    ["recurring", "#/activities/recurring", "College day"],
    ["bring-in", "#/activities/bring-in", "What you have noted elsewhere"],
    ["hours", "#/hours", "Where you stand"],
    ["audit", "#/hours/audit", "Figures for the learner record"],
    ["theory", "#/theory", work.title],
    ["work", `#/theory/${work.id}`, "Where you have used it"],
    ["work-form", "#/theory/new", "Keep work"],
    ["citations", "#/theory/bring-in", "What you have collected elsewhere"],
    ["export", "#/export", "Before you hand it in"],
    ["settings-programme", "#/settings/programme", "Keep programme"],
    ["settings-appearance", "#/settings/appearance", "Tint of the page"],
    ["settings-portfolio", "#/settings/portfolio", "Verified copies"],
    ["settings-models", "#/settings/models", "Make a model"],
    ["settings-shortcuts", "#/settings/shortcuts", "Use high contrast"],
    ["bin", "#/bin", "Bin"],
  ].map(([name, address, shows]) => ({ name, address, shows: new RegExp(escaped(shows)) }));
}

function escaped(text) {
  return text.split("|").map((part) => part.replace(/[.*+?^${}()[\]\\]/g, "\\$&")).join("|");
}

async function go(app, view) {
  await app.web.run((address) => { location.hash = address; }, view.address);
  await app.sees(view.shows);
}

async function fits(app, where) {
  const [needed, there] = await app.web.run(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(needed <= there, `${where} needs ${needed} pixels and has ${there}`);
}

async function act(app, name) {
  await app.press("Control+k");
  await app.find("combobox", "Action");
  await app.type(name);
  await app.press("Enter");
}

async function theme(app, name) {
  await act(app, `${name} theme`);
  await waitFor(`the ${name} theme`, () => app.web.run((wanted) => document.documentElement.dataset.theme === wanted, name));
}

async function withTheSample(t, options) {
  const data = await scratch(t);
  const file = join(data, "Sample.aftershift");
  await cli("sample", file);
  const all = views(await everythingIn(file));
  return { all, app: await open(t, { data, args: [file], ...options }) };
}

for (const name of ["light", "dark"]) {
  test(`every room in the ${name} theme`, async (t) => {
    const { app, all } = await withTheSample(t, {});
    await theme(app, name);
    for (const size of SIZES) {
      await app.resize(...size);
      for (const view of all) {
        const picture = `${view.name}-${name}-${size.join("x")}`;
        await go(app, view);
        await fits(app, picture);
        await app.screenshot(picture);
        await app.accessible(picture);
        if (view.name !== "writing") continue;
        await app.press("Control+Shift+p");
        await app.find("region", "Preview");
        await fits(app, `the preview, ${picture}`);
        await app.screenshot(`preview-${name}-${size.join("x")}`);
        await app.accessible(`the preview, ${picture}`);
        await app.press("Control+Shift+p");
      }
      await app.press("Control+k");
      await app.find("combobox", "Action");
      await app.screenshot(`palette-${name}-${size.join("x")}`);
      await app.accessible(`the palette, ${name}`);
      await app.press("Escape");
    }
  });
}

test("every room while there is nothing in it", async (t) => {
  const app = await open(t, { data: await scratch(t), size: SIZES[0] });
  for (const [name, address, shows] of [
    ["today", "#/today", "No unfinished reflections."],
    ["reflections", "#/reflections", "What you make of what happened"],
    ["activities", "#/activities", "Everything you do and learn"],
    ["recurring", "#/activities/recurring", "What comes again"],
    ["hours", "#/hours", "Your hours against the minimum"],
    ["theory", "#/theory", "What you study, beside what you do"],
    ["export", "#/export", "Before you hand it in"],
    ["settings", "#/settings", "Keep programme"],
    ["bin", "#/bin", "The bin is empty"],
  ]) {
    await go(app, { address, shows });
    await app.screenshot(`empty-${name}-light-1280x800`);
    await app.accessible(`${name} with nothing in it`);
  }
});

test("text of twice the size and high contrast fit at the smallest window", async (t) => {
  const { app, all } = await withTheSample(t, { size: SIZES[1] });
  await act(app, "high contrast");
  await go(app, all.find(({ name }) => name === "settings-appearance"));
  const slider = await app.find("slider", "Size of text");
  await app.clickOn(slider);
  await app.press("End");
  await waitFor("text is twice as large", () =>
    app.web.run(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) >= 31));
  for (const view of all) {
    await go(app, view);
    await fits(app, `${view.name} with large text`);
    await app.screenshot(`${view.name}-large-800x600`);
    await app.accessible(`${view.name} with large text and high contrast`);
  }
});
