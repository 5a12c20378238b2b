import { exampleSet } from "../testing/examples";
import TextField from "./TextField.svelte";

export default exampleSet(TextField, {
  plain: { label: "Title", value: "Escalating a NEWS2 score of 7" },
  "with a hint": { label: "Provider", hint: "The college or training company", value: "" },
  wrong: { label: "Title", error: "Give it a few words, so that you find it again", value: "" },
  "with a unit": {
    label: "Average weekly hours",
    value: "37.5",
    width: "short",
    suffix: "hours a week",
    inputmode: "decimal",
  },
  "may stay empty": { label: "Who taught it", optional: true, width: "medium" },
});
