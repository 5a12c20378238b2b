import { exampleSet, pressable, words } from "../testing/examples";
import ActionBar from "./ActionBar.svelte";

export default exampleSet(ActionBar, {
  usual: {
    children: pressable("Keep programme", "primary"),
    line: words("Not in use yet: kept here until you press “Keep programme”."),
  },
  "without a line": { children: pressable("Keep programme", "primary") },
});
