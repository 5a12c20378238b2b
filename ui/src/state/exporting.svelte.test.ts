import { expect, test } from "vitest";
import { ExportChoices } from "./exporting.svelte";

test("choices stay for the portfolio that they were made for, and another one begins anew", () => {
  const choices = new ExportChoices();
  choices.belongTo("first");
  choices.now.drafts = true;
  choices.now.from = "2026-01-01";
  choices.belongTo("first");
  expect(choices.now).toMatchObject({ drafts: true, from: "2026-01-01" });
  choices.belongTo("second");
  expect(choices.now).toMatchObject({ drafts: false, from: null, hours: true });
});
