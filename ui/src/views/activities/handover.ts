import type { SaveActivity, SaveRecurrence } from "../../backend/contract";

let entry: SaveActivity | undefined;
let recurrence: SaveRecurrence | undefined;

/** Hands what was begun in the row on to the form with every field. */
export function handOver(begun: SaveActivity): void {
  entry = begun;
}

/** Takes what was handed over, once. */
export function takeOver(): SaveActivity | undefined {
  const begun = entry;
  entry = undefined;
  return begun;
}

/** Hands an entry that is to come again on to the room of what recurs. */
export function handOverRecurrence(begun: SaveRecurrence): void {
  recurrence = begun;
}

/** Takes it there, once. */
export function takeOverRecurrence(): SaveRecurrence | undefined {
  const begun = recurrence;
  recurrence = undefined;
  return begun;
}
