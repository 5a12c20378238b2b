import type { HoursView, Requirement } from "../../backend/contract";
import { hoursPlot } from "../../components/Plot.examples";

/** What a nursing associate's two years ask for: 556.8 hours exactly. */
export const requirement: Requirement = {
  cohort: "B",
  weeks: 104,
  required: 33_408,
  requiredHoursWhole: 557,
  target: 557 * 60,
  requiredHoursExact: "556.8000",
  source: "computed",
  computed: null,
  minimumDurationWeeks: null,
  floorApplied: false,
  warnings: [],
  steps: [{ text: "92.8 weeks × 30 h × 20 % = 556.8 h", value: "556.8 h", rule: "A fifth of these hours." }],
};

/** Hours in the middle of those two years. */
export const hoursView: HoursView = {
  today: "2026-11-23",
  programmeTitle: "Nursing associate",
  progress: {
    requirement,
    totals: { claimed: 26_440, confirmed: 20_000, excluded: 720, disputed: 90 },
    expected: 27_000,
    remaining: 557 * 60 - 26_440,
    thisWeek: 90,
    thisWeekPace: 320,
    weeklyNeeded: 700,
    forecast: { weekly: 400, weeks: 12, reachedOn: "2027-03-09", byPlannedEnd: 30_000 },
    finding: "440 h 40 claimed of 557 h: 9 h 20 behind an even pace.",
    firstDay: "2025-02-01",
    plot: hoursPlot,
  },
  problems: [],
  totals: { claimed: 26_440, confirmed: 20_000, excluded: 720, disputed: 90 },
  planned: 600 * 60,
  overdue: null,
  byCategory: [
    { category: "theory", label: "Teaching of theory", claimed: 26_440, excluded: 0 },
    { category: "x_progress_review", label: "Progress review", claimed: 0, excluded: 720 },
  ],
  thisWeek: 90,
};
