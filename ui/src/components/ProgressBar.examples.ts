import { exampleSet } from "../testing/examples";
import ProgressBar from "./ProgressBar.svelte";

export default exampleSet(ProgressBar, {
  "behind an even pace": {
    value: 212,
    max: 279,
    pace: 221,
    label: "212 h claimed of 279 h required; 221 h expected by today",
  },
  nothing: { value: 0, max: 279, pace: 3, label: "0 of 279 hours" },
  "more than asked": { value: 300, max: 279, label: "300 of 279 hours" },
});
