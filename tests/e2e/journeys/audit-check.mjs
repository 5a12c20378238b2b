// The audit check: read on screen, followed to an entry and back, and handed in as a PDF.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { everythingIn } from "../support/portfolio.mjs";
import { cli, open, run, scratch } from "../support/session.mjs";

/** What a check can come to, the worst first. */
const RESULTS = ["To put right", "Worth a look", "Not known yet", "Fine"];

/** The checks as the page shows them: name, result, what came of it, and the entries that it names. */
function onScreen(app) {
  return app.web.run(() => [...document.querySelectorAll("main .checks > li")].map((check) => {
    const heading = check.querySelector("h2");
    const result = heading.querySelector(".result").textContent.trim();
    return {
      name: heading.firstChild.textContent.trim(),
      result,
      found: check.querySelector("p").textContent.trim(),
      entries: [...check.querySelectorAll("a")].map((link) => link.textContent.trim()),
    };
  }));
}

/** The words of a text, whatever lines they were set in. */
const words = (text) => text.replace(/\s+/g, " ");

test("the audit check leads to an entry and back, and is handed in as a PDF", async (t) => {
  const data = await scratch(t);
  const file = join(data, "Sample.aftershift");
  await cli("sample", file);
  const { learner, activities } = await everythingIn(file);
  const app = await open(t, { data, args: [file] });

  await app.click("link", "Hours");
  await app.tabTo("link", "Audit check");
  await app.press("Enter");
  await app.find("heading", "Audit check");
  await app.sees("Figures for the learner record");
  const checks = await onScreen(app);
  assert.ok(checks.length >= 14, `only ${checks.length} checks are shown`);
  for (const { name, result, found } of checks) {
    assert.ok(RESULTS.includes(result) && name && found, `${name} (${result}): ${found}`);
  }
  const rank = checks.map(({ result }) => RESULTS.indexOf(result));
  assert.deepEqual(rank, [...rank].sort(), "the worst comes first");

  // To an entry with one key, and back to where one was.
  const [concerned] = checks.flatMap(({ entries }) => entries);
  assert.ok(concerned, "no check names an entry");
  const title = activities.map((entry) => entry.title).find((one) => concerned.startsWith(one));
  assert.ok(title, `${concerned} is no entry of the portfolio`);
  await app.tabTo("link", concerned);
  await app.press("Enter");
  await app.find("heading", title);
  await app.press("Alt+ArrowLeft");
  await app.find("heading", "Audit check");
  assert.deepEqual(await onScreen(app), checks);
  await app.accessible("the audit check");

  const pdf = join(data, "Audit.pdf");
  await app.answerDialog(pdf);
  await app.click("button", "Write it as a PDF…");
  await app.sees(/Wrote Audit\.pdf, 1 page, in /);
  await app.accessible("an audit check that was written");
  await app.screenshot("audit-written-light-1280x800");
  await app.close();

  await run("qpdf", ["--check", pdf]);
  // In the order of the content, so that a cell of a table stays together.
  const { stdout } = await run("pdftotext", ["-raw", pdf, "-"]);
  const printed = words(stdout);
  const says = (text) => assert.ok(printed.includes(words(text)), `the PDF lacks “${text}”:\n${stdout}`);
  says("Audit check of off-the-job hours");
  says(learner.name);
  for (const check of checks) {
    says(check.name);
    says(check.found);
  }
  for (const result of RESULTS) {
    says(`${result}: ${checks.filter((check) => check.result === result).length}`);
  }
  says("rounded down");
});
