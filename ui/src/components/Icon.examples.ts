import { exampleSet } from "../testing/examples";
import Icon from "./Icon.svelte";

export default exampleSet(Icon, {
  add: { name: "add" },
  bin: { name: "bin" },
  search: { name: "search" },
  warning: { name: "warning" },
});
