import type { Category, SaveActivity } from "../../backend/contract";
import { readDay } from "../../components/daywords";
import { readDuration } from "../../state/duration";
import { text } from "../../text/en-GB";
import { entry as words } from "../../text/rooms/entry";
import { blankEntry } from "./form";

/** What stands in the row, as it was typed. */
export interface TypedRow {
  title: string;
  day: string;
  kind: string;
  took: string;
  learning: string;
  learned: string;
}

/** The box in which entries wait that were sent off from the row and are not logged yet. */
export const WAITING = "waiting";

/** An entry that was sent off from the row and is not logged. */
export interface WaitingRow {
  row: TypedRow;
  /** Why not, as far as it is known. */
  reason: string;
}

/** Entries that wait, as one text. */
export const writeWaiting = (waiting: readonly WaitingRow[]): string =>
  waiting.length === 0 ? "" : JSON.stringify(waiting.map((one) => one.row));

/** Reads that text. Whatever is no text in it is left empty. */
export function readWaiting(text: string): WaitingRow[] {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(read)) return [];
  const names = Object.keys(emptyRow("")) as (keyof TypedRow)[];
  return read.map((one: unknown) => {
    const row = emptyRow("");
    for (const name of names) {
      const typed = (one as Partial<Record<keyof TypedRow, unknown>> | null)?.[name];
      if (typeof typed === "string") row[name] = typed;
    }
    return { row, reason: words.interrupted };
  });
}

/** Something in the row to correct: `field` as the contract calls it. */
export interface RowProblem {
  field: keyof SaveActivity;
  reason: string;
}

/** A row with nothing in it; the day stays, for several entries of one day. */
export const emptyRow = (day: string): TypedRow => ({
  title: "",
  day,
  kind: "",
  took: "",
  learning: "",
  learned: "",
});

/** Whether nothing has been typed but the day. */
export const isEmptyRow = (row: TypedRow): boolean =>
  [row.title, row.took, row.learning, row.learned].every((typed) => typed.trim() === "") &&
  row.kind === "";

/** What is wrong with its day. */
function dayProblems(row: TypedRow, today: string): RowProblem[] {
  const day = readDay(row.day, today);
  if (day.kind === "day") return [];
  return [{ field: "doneOn", reason: day.kind === "empty" ? text.date.empty : day.reason }];
}

/** What is wrong with it that can be told without asking the program. */
export function plainProblems(row: TypedRow, today: string): RowProblem[] {
  const untitled = row.title.trim() === "";
  return [
    ...(untitled ? [{ field: "title" as const, reason: words.missingTitle }] : []),
    ...dayProblems(row, today),
  ];
}

/** Reads the row by the program's rules: an entry, or everything that cannot be read. */
export async function readRow(row: TypedRow, today: string): Promise<SaveActivity | RowProblem[]> {
  const problems = dayProblems(row, today);
  const read = async (field: "duration" | "offTheJob", typed: string) => {
    if (typed.trim() === "") return undefined;
    const reading = await readDuration(typed);
    if ("minutes" in reading) return reading;
    problems.push({ field, reason: reading.problem });
    return undefined;
  };
  const took = await read("duration", row.took);
  const learning = await read("offTheJob", row.learning);
  const day = readDay(row.day, today);
  if (problems.length > 0 || day.kind !== "day") return problems;
  return {
    ...blankEntry(day.iso),
    title: row.title,
    category: row.kind === "" ? null : (row.kind as Category),
    startedAt: took?.startedAt ?? null,
    endedAt: took?.endedAt ?? null,
    duration: took?.minutes ?? null,
    offTheJob: learning?.minutes ?? null,
    whatWasLearned: row.learned,
  };
}
