// The writing surface as it is shipped: styled although the policy on content allows no styles but its own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { defaultPortfolio, everythingIn, write } from "../support/portfolio.mjs";
import { open, scratch, waitFor } from "../support/session.mjs";

test("Markdown is styled while it is written, and set in the preview", async (t) => {
  const app = await open(t, { data: await scratch(t) });
  await write(app, "A page with everything", "# A heading\nPlain words with **strong** ones.\n- a point");
  const lines = await waitFor("the editor stands and has three lines", () => app.web.run(() => {
    const found = [...document.querySelectorAll("*")].map(({ shadowRoot }) => shadowRoot)
      .find((root) => root?.textContent.includes("A heading"));
    const all = [...found?.querySelectorAll(".cm-line") ?? []];
    return all.length >= 3 && all.map((line) => {
      const inner = [...line.querySelectorAll("span")].find((span) => /\w/.test(span.textContent)) ?? line;
      const { fontSize, fontWeight, fontFamily } = getComputedStyle(inner);
      return { fontSize: Number.parseFloat(fontSize), fontWeight: Number(fontWeight), fontFamily };
    });
  }));
  const [heading, strong] = lines;
  const plain = await app.web.run(() => Number.parseFloat(getComputedStyle(document.querySelector(".editor")).fontSize));
  assert.ok(heading.fontSize > plain, "a heading is larger than the words below it");
  assert.ok(heading.fontWeight >= 600 && strong.fontWeight >= 700, "headings and strong words are bold");
  assert.match(heading.fontFamily, /Noto Serif/);

  await app.click("button", "Preview");
  await app.find("heading", "A heading");
  await waitFor("the preview is set", () => app.web.run(() =>
    document.querySelector(".proof strong")?.textContent === "strong"
    && document.querySelector(".proof li")?.textContent.trim() === "a point"));
  await app.accessible("the preview");
  // Its own policy refused nothing.
  await app.untroubled();
});

test("a picture is added, described and shown", async (t) => {
  const data = await scratch(t);
  const picture = fileURLToPath(new URL("../../../src-tauri/app/sample/files/sbar-card.png", import.meta.url));
  const app = await open(t, { data });
  await write(app, "The board", "It looked like this: ");
  await app.answerDialog(picture);
  await app.press("Control+k");
  await app.find("combobox", "Action");
  await app.type("Add a picture");
  await app.press("Enter");
  await app.find("dialog", "What does the picture show?");
  await app.accessible("the question about a picture");
  await app.type("A card with four boxes");
  await app.click("button", "Put it on the page");
  await app.sees("![A card with four boxes](attachment:");

  // Dropping one asks the same, and leaving it out leaves no trace on the page.
  await app.dropFiles(picture);
  await app.find("dialog", "What does the picture show?");
  await app.click("button", "Leave it out");

  await app.click("button", "Preview");
  const drawn = await waitFor("the picture is drawn", () => app.web.run(() => {
    const image = document.querySelector(".proof img");
    return image?.complete && image.naturalWidth > 0 && { alt: image.alt, from: image.src };
  }));
  assert.equal(drawn.alt, "A card with four boxes");
  assert.match(drawn.from, /^attachment:|^http:\/\/attachment\.localhost/);
  // Its own policy refused nothing.
  await app.untroubled();
  await app.close();

  const { reflections, evidence } = await everythingIn(defaultPortfolio(data));
  const kept = evidence.filter(({ deletedAt }) => !deletedAt);
  assert.equal(kept.length, 1);
  assert.match(JSON.stringify(reflections[0].stages), new RegExp(`attachment:${kept[0].id}`));
});
