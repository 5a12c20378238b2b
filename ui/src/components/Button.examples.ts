import { exampleSet, words } from "../testing/examples";
import Button from "./Button.svelte";

export default exampleSet(Button, {
  primary: { children: words("Write about it"), kind: "primary" },
  plain: { children: words("Keep for later") },
  quiet: { children: words("Not now"), kind: "quiet" },
  danger: { children: words("Close without saving"), kind: "danger" },
  "with a picture": { children: words("Add an activity"), icon: "add" },
  small: { children: words("Today"), small: true },
  busy: { children: words("Writing the PDF"), kind: "primary", busy: true },
  "not possible now": { children: words("Restore"), disabled: true },
});
