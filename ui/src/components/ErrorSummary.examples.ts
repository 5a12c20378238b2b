import { exampleSet } from "../testing/examples";
import ErrorSummary from "./ErrorSummary.svelte";

export default exampleSet(ErrorSummary, {
  "two problems": {
    problems: [
      { field: "planned-end", text: "The planned end is before the start" },
      { field: "weekly-hours", text: "Weekly hours are between 1 and 80" },
    ],
  },
  "a problem without a field": { problems: [{ text: "The file exists already" }] },
});
