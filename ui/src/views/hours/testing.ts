import type { AuditView, HoursView, LearningView, Requirement } from "../../backend/contract";
import { doneChart, kindsChart } from "../../components/Bars.examples";
import { learningCalendar } from "../../components/Months.examples";
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
  rounding: "Rounded up to a whole hour, so that you are never short: 557 h",
  sentences: [
    "92.8 weeks × 30 h × 20 % = 556.8 h",
    "Rounded up to a whole hour, so that you are never short: 557 h",
  ],
};

/** Hours in the middle of those two years. */
export const hoursView: HoursView = {
  today: "2026-11-23",
  programmeTitle: "Nursing associate",
  progress: {
    requirement,
    totals: { claimed: 26_440, confirmed: 20_000, excluded: 720, disputed: 90, toCome: 0 },
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
  totals: { claimed: 26_440, confirmed: 20_000, excluded: 720, disputed: 90, toCome: 0 },
  byTag: [],
  planned: 600 * 60,
  overdue: null,
  thisWeek: 90,
};

/** The same by kind and month. */
export const learningView: LearningView = {
  thisMonth: 180,
  thisYear: 13_500,
  split: kindsChart,
  calendar: learningCalendar,
  done: doneChart,
};

/** An audit with one check of each result, in the order in which checks come. */
export const auditView: AuditView = {
  today: "2026-11-23",
  required: 557 * 60,
  totals: hoursView.totals,
  figures: { planned: 600, delivered: 440, confirmed: 333, priorLearning: 0 },
  checks: [
    {
      code: "overlap",
      result: "fine",
      text: "No two entries claim the same minutes.",
      advice: "",
      places: [],
      total: 0,
    },
    {
      code: "before_start",
      result: "unknown",
      text: "Your programme does not say when it started, so there is nothing to compare with.",
      advice: "Enter the original start in your programme.",
      places: [
        {
          label: "Original start, in your programme",
          detail: "",
          target: { room: "programmeField", id: "originalStart" },
        },
      ],
      total: 1,
    },
    {
      code: "late",
      result: "look",
      text: "1 entry was recorded more than 28 days after the learning.",
      advice: "Keep registers, slides or e-mails.",
      places: [
        {
          label: "Lecture, Mon 5 Jan 2026, 2 h",
          detail: "recorded 45 days later",
          target: { room: "activity", id: "a-1" },
        },
      ],
      total: 1,
    },
    {
      code: "no_learning",
      result: "problem",
      text: "207 entries do not say what was newly learned.",
      advice: "Add a line to each.",
      places: Array.from({ length: 200 }, (_, n) => ({
        label: `Lecture ${n + 1}, Tue 6 Jan 2026, 1 h`,
        detail: "",
        target: { room: "activity", id: `b-${n + 1}` },
      })),
      total: 207,
    },
  ],
};
