import { exampleSet } from "../testing/examples";
import SearchField from "./SearchField.svelte";

export default exampleSet(SearchField, {
  empty: { label: "Search reflections" },
  "with words": { label: "Search reflections", value: "handover", found: "3 reflections found" },
});
