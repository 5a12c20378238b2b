import { exampleSet } from "../testing/examples";
import StageProgress from "./StageProgress.svelte";

export default exampleSet(StageProgress, {
  "half way": {
    words: [142, 88, 97, 18, 0, 0],
    names: ["Description", "Feelings", "Evaluation", "Analysis", "Conclusion", "Action plan"],
  },
  "without names": { words: [60, 12, 0] },
  empty: { words: [0, 0, 0] },
});
