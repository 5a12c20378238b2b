import { exampleSet, words } from "../testing/examples";
import ActionRow from "./ActionRow.svelte";

const run = (): void => undefined;

export default exampleSet(ActionRow, {
  form: { main: { label: "Keep work" }, cancel: { label: "Cancel", run } },
  everything: {
    main: { label: "Keep the window open", run },
    others: [{ label: "Try again", run }],
    cancel: { label: "Cancel", run },
    danger: { label: "Close without saving", run },
    children: words("Saved 14:03"),
  },
  step: { main: { label: "Look at these days", plain: true } },
  "nothing to do it with": { main: { label: "Bring in 0 entries", run, disabled: true } },
  busy: { main: { label: "Keep work", busy: true }, cancel: { label: "Cancel", run } },
});
