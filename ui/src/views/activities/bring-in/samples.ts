import type { ImportTable, ImportView, Proposal, ProposedActivity } from "../../../backend/contract";

/** A proposal about which only this is known. */
export function proposal(row: number, more: Partial<ProposedActivity> = {}, known: Partial<Proposal> = {}): Proposal {
  return {
    row,
    activity: {
      title: "Wound care lecture",
      doneOn: "2026-03-02",
      startedAt: null,
      endedAt: null,
      duration: 90,
      learning: null,
      category: null,
      whatWasDone: "",
      whatWasLearned: "",
      deliveredBy: "",
      place: "unknown",
      criteria: [],
      ...more,
    },
    duplicate: null,
    ...known,
  };
}

/** Four entries of a week: one of them in the log already, one twice in the file. */
export const week: Proposal[] = [
  proposal(2, { startedAt: "09:30:00", endedAt: "11:00:00" }),
  proposal(3, { title: "Night shift", doneOn: "2026-03-04", startedAt: "21:30:00", endedAt: "07:45:00", duration: 615 }),
  proposal(
    4,
    { title: "Reading", doneOn: "2026-03-06", duration: null, category: "self_study" },
    { duplicate: { where: "log", id: "a1", title: "Reading on fluid balance" } },
  ),
  proposal(5, { startedAt: "09:30:00", endedAt: "11:00:00" }, { duplicate: { where: "file", row: 2 } }),
];

/** A sheet whose headings nobody knows. */
export const table: ImportTable = {
  delimiter: "semicolon",
  headings: ["Wann", "Was", "Wie lange", "Column D"],
  columns: ["unused", "unused", "unused", "unused"],
  rows: [
    ["03/04/2026", "Vorlesung", "90", ""],
    ["05/04/2026", "Seminar über Wundversorgung ".repeat(6), "45", ""],
  ],
  dates: "day_first",
  missing: "Say which column holds the date.",
  remembered: false,
};

/** A file that says everything by itself. */
export const view: ImportView = {
  id: "i1",
  fileName: "march.csv",
  source: "Toggl Track",
  table: { ...table, columns: ["date", "title", "took_minutes", "unused"], missing: "" },
  period: null,
  askFirst: false,
  proposals: week,
  problems: [
    { row: 7, column: "Duration", reason: "“=C4-B4” is a formula: save the sheet so that the file holds its values." },
    { row: 9, column: "", reason: "The row does not say what it was." },
  ],
  problemCount: 2,
  leftOut: 1,
};
