import type { SaveRecurrence } from "../../backend/contract";

let recurrence: SaveRecurrence | undefined;

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
