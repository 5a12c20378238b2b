import { exampleSet } from "../testing/examples";
import DayField from "./DayField.svelte";

const today = "2026-03-12";

export default exampleSet(DayField, {
  today: { label: "Day", today, value: "today" },
  hint: { label: "Day", today, value: "last mon", hint: "For example today, mon or 12 mar" },
  error: { label: "Day", today, value: "31 feb", error: "February 2026 has only 28 days" },
});
