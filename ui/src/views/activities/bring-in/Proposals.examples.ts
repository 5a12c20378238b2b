import { exampleSet } from "../../../testing/examples";
import Proposals from "./Proposals.svelte";
import { proposal, week } from "./samples";

const onaccept = (): undefined => undefined;

export default exampleSet(Proposals, {
  "a week": { proposals: week, onaccept },
  "nothing new": { proposals: week.slice(2), onaccept },
  "nothing at all": { proposals: [], onaccept },
  "very long words": {
    proposals: [proposal(2, { title: "w".repeat(200) }), proposal(3, { title: "word ".repeat(50) })],
    onaccept,
  },
});
