import { exampleSet } from "../testing/examples";
import Steps from "./Steps.svelte";

const steps = [
  "104 weeks from 3 Feb 2025 to 1 Feb 2027, less 11.2 weeks’ statutory leave = 92.8 weeks",
  "30 hours a week count at most, for starts from 1 August 2022 to 31 July 2025",
  "92.8 × 30 × 20 % = 556.8 hours, rounded up to 557",
];

export default exampleSet(Steps, {
  open: {
    summary: "How 557 h is worked out",
    steps,
    open: true,
    note: "From the funding rules for apprenticeships that began in February 2025.",
  },
  folded: { summary: "How 557 h is worked out", steps },
});
