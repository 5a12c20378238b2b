import { exampleSet } from "../testing/examples";
import type { MinutesReading } from "./minutes";
import MinutesField from "./MinutesField.svelte";

/** Enough of the rules for an example; the real ones live in the program. */
export function readForExample(typed: string): MinutesReading {
  const match = /^(?:(\d+)\s*h)?\s*(\d+)?$/.exec(typed.trim());
  if (!match) return { problem: "Write it like 1h30 or 90" };
  const minutes = Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0);
  return typed.trim() === "7"
    ? { minutes: 420, label: "7 h", others: [{ minutes: 7, label: "7 min" }] }
    : { minutes };
}

export default exampleSet(MinutesField, {
  understood: { label: "Time", value: "1h30", parse: readForExample },
  empty: { label: "Learning time", optional: true, parse: readForExample },
  "more than one way": { label: "Time", value: "7", parse: readForExample },
  wrong: {
    label: "Time",
    value: "200h",
    parse: readForExample,
    error: "A day has 24 hours",
  },
});
