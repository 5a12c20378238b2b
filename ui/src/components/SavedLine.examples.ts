import { exampleSet } from "../testing/examples";
import SavedLine from "./SavedLine.svelte";

export default exampleSet(SavedLine, {
  saved: { status: { kind: "saved", at: new Date(2026, 10, 23, 14, 3) } },
  saving: { status: { kind: "saving" } },
  failed: {
    status: { kind: "failed", reason: "the disk is full. Keep this window open." },
    live: true,
  },
  idle: { status: { kind: "idle" } },
});
