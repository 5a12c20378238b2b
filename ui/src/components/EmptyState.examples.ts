import { exampleSet, pressable } from "../testing/examples";
import EmptyState from "./EmptyState.svelte";

export default exampleSet(EmptyState, {
  "with a button": {
    title: "Your reflections will live here",
    why: "A few lines after a shift are enough to begin with. They are what you and your assessor look back on.",
    action: pressable("Write the first one", "primary"),
  },
  "only words": {
    title: "The bin is empty",
    why: "What you delete waits here until you want it back.",
  },
});
