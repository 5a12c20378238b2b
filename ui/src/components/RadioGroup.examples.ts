import { exampleSet } from "../testing/examples";
import RadioGroup from "./RadioGroup.svelte";

const relations = [
  { value: "applies", label: "Applies", hint: "I did what the theory recommends" },
  { value: "illustrates", label: "Illustrates", hint: "What happened is an example of it" },
  { value: "challenges", label: "Challenges", hint: "What happened does not fit it" },
];

export default exampleSet(RadioGroup, {
  "with hints": {
    label: "How do they stand to each other?",
    options: relations,
    value: "applies",
  },
  inline: {
    label: "Theme",
    inline: true,
    value: "light",
    options: [
      { value: "system", label: "As the system" },
      { value: "light", label: "Light" },
      { value: "dark", label: "Dark" },
    ],
  },
  wrong: { label: "Who is it for?", options: relations, error: "Choose one" },
});
