import { exampleSet } from "../testing/examples";
import DateField from "./DateField.svelte";

export default exampleSet(DateField, {
  filled: { label: "When did it happen?", value: "2026-03-12" },
  empty: { label: "Planned end", hint: "For example 1 2 2027" },
  "with quick days": {
    label: "Day",
    value: "2026-11-23",
    quick: [
      { label: "Today", iso: "2026-11-23" },
      { label: "Yesterday", iso: "2026-11-22" },
    ],
  },
  wrong: { label: "Planned end", value: "2025-01-01", error: "The end is before the start" },
});
