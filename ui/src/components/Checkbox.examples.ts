import { exampleSet } from "../testing/examples";
import Checkbox from "./Checkbox.svelte";

export default exampleSet(Checkbox, {
  plain: { label: "Include drafts" },
  on: { label: "Make a verified copy each day", checked: true },
  "with a hint": {
    label: "My assessment plan allows reflections",
    hint: "Many plans do not. Your provider can tell you.",
  },
  wrong: { label: "I wrote this myself", error: "Tick this before you export" },
  "not possible now": { label: "Include files", disabled: true },
});
