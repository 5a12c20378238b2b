import { exampleSet } from "../testing/examples";
import Chip from "./Chip.svelte";

export default exampleSet(Chip, {
  plain: { label: "S4 shows fully" },
  theory: { label: "Benner (1984)", kind: "theory" },
  attention: { label: "Not confirmed yet", kind: "attention" },
  danger: { label: "Does not count", kind: "danger" },
  "can be taken off": { label: "K11", removeLabel: "Take off K11", onremove: () => undefined },
  "leads somewhere": { label: "Night shift, acute medical unit", href: "#/activities/3" },
});
