import { exampleSet, pressable } from "../testing/examples";
import PageHeader from "./PageHeader.svelte";

export default exampleSet(PageHeader, {
  "with everything": {
    title: "Escalating a NEWS2 score of 7",
    subtitle: "Thu 19 Nov 2026 · Gibbs’ reflective cycle",
    back: { href: "#/reflections", label: "Reflections" },
    actions: pressable("Export"),
  },
  "only a title": { title: "Today" },
  "a very long word": { title: "Pseudohypoparathyroidism".repeat(4) },
});
