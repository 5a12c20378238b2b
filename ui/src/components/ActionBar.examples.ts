import { exampleSet, words } from "../testing/examples";
import ActionBar from "./ActionBar.svelte";

const main = { label: "Keep programme" };

export default exampleSet(ActionBar, {
  usual: {
    main,
    cancel: { label: "Cancel", run: () => undefined },
    line: words("Not in use yet: kept here until you press “Keep programme”."),
  },
  "without a line": { main },
});
