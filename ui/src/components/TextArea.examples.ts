import { exampleSet } from "../testing/examples";
import TextArea from "./TextArea.svelte";

const long =
  "Family meeting ran over. I explained the discharge plan in plain words and the daughter repeated it back to me. ";

export default exampleSet(TextArea, {
  "in the voice of the page": {
    label: "What happened on shift?",
    hideLabel: true,
    voice: "page",
    placeholder: "What happened on shift?",
    value: long,
  },
  plain: { label: "What was learned", hint: "One or two sentences are enough", value: "" },
  wrong: { label: "How does it explain what happened?", error: "Write one sentence", value: "" },
  "a lot of text": { label: "Notes", value: long.repeat(12) },
});
