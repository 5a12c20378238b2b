import { exampleSet } from "../testing/examples";
import Menu from "./Menu.svelte";

export default exampleSet(Menu, {
  "for a row": {
    label: "More",
    about: "for Night shift",
    items: [
      { label: "Open", run: () => undefined },
      { label: "Write about it", icon: "edit", run: () => undefined },
      { label: "Move to the bin", icon: "bin", danger: true, run: () => undefined },
    ],
  },
  "one entry is not possible": {
    label: "Portfolio",
    kind: "plain",
    icon: "down",
    items: [
      { label: "Save a copy", run: () => undefined },
      { label: "Undo", disabled: true, run: () => undefined },
    ],
  },
});
