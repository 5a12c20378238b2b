import type { SaveActivity } from "../../backend/contract";

let begun: SaveActivity | undefined;

/** Hands what was begun in the row on to the form with every field. */
export function handOver(entry: SaveActivity): void {
  begun = entry;
}

/** Takes what was handed over, once. */
export function takeOver(): SaveActivity | undefined {
  const entry = begun;
  begun = undefined;
  return entry;
}
