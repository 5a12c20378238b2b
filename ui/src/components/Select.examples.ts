import { exampleSet } from "../testing/examples";
import Select from "./Select.svelte";

const models = [
  { value: "free", label: "Free writing" },
  { value: "gibbs", label: "Gibbs’ reflective cycle" },
  { value: "driscoll", label: "Driscoll: What? So what? Now what?" },
];

export default exampleSet(Select, {
  plain: { label: "Model", options: models, value: "gibbs" },
  wrong: { label: "Model", options: models, error: "Choose a model", value: "free" },
  "in groups": {
    label: "Kind of learning",
    value: "shadowing",
    options: [
      { value: "lecture", label: "Lecture", group: "Teaching of theory" },
      { value: "online", label: "Online learning", group: "Teaching of theory" },
      { value: "shadowing", label: "Shadowing", group: "Practical training" },
    ],
  },
});
