import type { Calendar } from "../backend/contract";
import { exampleSet } from "../testing/examples";
import Months from "./Months.svelte";

const hour = 60;

export const learningCalendar: Calendar = {
  title: "Too long without learning, from 1 Mar 2026 to 31 Mar 2026",
  description:
    "Calendar of the claimed time in each month. October 2025: 27 h 15; November 2025: 8 h; partly a break; December 2025: Break in learning; January 2026: 12 h; February 2026: 20 h; March 2026: No learning, for too long; April 2026: No learning.",
  most: 27 * hour + 15,
  months: [
    { month: "2025-10-01", claimed: 27 * hour + 15, kind: "learning", partBreak: false, said: "27 h 15", brief: "27 h 15" },
    { month: "2025-11-01", claimed: 8 * hour, kind: "learning", partBreak: true, said: "8 h; partly a break", brief: "8 h; partly a break" },
    { month: "2025-12-01", claimed: 0, kind: "break", partBreak: false, said: "Break in learning", brief: "Break" },
    { month: "2026-01-01", claimed: 12 * hour, kind: "learning", partBreak: false, said: "12 h", brief: "12 h" },
    { month: "2026-02-01", claimed: 20 * hour, kind: "learning", partBreak: false, said: "20 h", brief: "20 h" },
    { month: "2026-03-01", claimed: 0, kind: "idle", partBreak: false, said: "No learning, for too long", brief: "Too long" },
    { month: "2026-04-01", claimed: 0, kind: "quiet", partBreak: false, said: "No learning", brief: "None" },
  ],
  key: [
    { kind: "idle", brief: "Too long", means: "no learning, for longer than the rules for your start allow" },
    { kind: "quiet", brief: "None", means: "no learning, which the rules allow or which can still change" },
  ],
  table: {
    headings: ["Month", "Claimed", "Confirmed", "Does not count", "Remark"],
    rows: [
      ["October 2025", "27 h 15", "20 h", "0 min", ""],
      ["November 2025", "8 h", "8 h", "0 min", "Partly a break"],
      ["December 2025", "0 min", "0 min", "0 min", "Break in learning"],
      ["March 2026", "0 min", "0 min", "1 h 30", "No learning, for too long"],
    ],
  },
};

export default exampleSet(Months, { "a break and a gap": { calendar: learningCalendar } });
