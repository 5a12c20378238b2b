import { exampleSet } from "../testing/examples";
import Toolbar from "./Toolbar.svelte";

const nothing = (): void => undefined;

export default exampleSet(Toolbar, {
  formats: {
    label: "How it is set",
    tools: [
      { label: "Bold", icon: "bold", key: "Ctrl+B", run: nothing },
      { label: "Italic", icon: "italic", key: "Ctrl+I", run: nothing },
      { label: "Bulleted list", icon: "bullets", run: nothing },
    ],
  },
});
