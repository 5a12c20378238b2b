// The file behind the window, read by the CLI: what it holds once the window is closed.
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";

import { cli } from "./session.mjs";

/** Where the portfolio is that opens when no other is asked for. */
export function defaultPortfolio(data) {
  return join(data, "My portfolio.aftershift");
}

/** Everything in a portfolio, in its open form, with the files beside it under `files`. */
export async function everythingIn(file) {
  const out = `${file}.read.json`;
  await cli("export", file, "--json", out, "--force");
  const { portfolio, files } = JSON.parse(await readFile(out, "utf8"));
  await rm(out);
  return { ...portfolio, files };
}

/** Begins a reflection and types a title and the first words of its first stage. */
export async function write(app, title, words) {
  await app.press("Control+n");
  await app.find("textbox", "Title");
  await app.type(title);
  await app.press("Enter");
  await app.type(words);
}
