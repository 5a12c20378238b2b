import { exampleSet } from "../testing/examples";
import UnfinishedLine from "./UnfinishedLine.svelte";

const usual = {
  typed: true,
  status: { kind: "saved", at: new Date(2026, 2, 12, 14, 3) },
  keep: "Keep programme",
  ondiscard: () => undefined,
} as const;

export default exampleSet(UnfinishedLine, {
  typing: usual,
  "come back": { ...usual, since: new Date(2026, 2, 12, 14, 3).toISOString() },
  "changed meanwhile": {
    ...usual,
    since: new Date(2026, 2, 12, 14, 3).toISOString(),
    outdated: true,
  },
  "not kept": {
    ...usual,
    status: { kind: "failed", reason: "the disk is full." },
  },
  "nothing typed": { ...usual, typed: false },
});
