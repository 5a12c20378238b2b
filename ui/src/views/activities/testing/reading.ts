import type { DurationReadings } from "../../../backend/contract";

/** Enough of the program's rules for these tests. */
export function readForTest(typed: string): DurationReadings {
  const text = typed.trim();
  const length = (minutes: number, label: string) => ({
    minutes,
    label,
    startedAt: null,
    endedAt: null,
  });
  const one = (minutes: number, label: string): DurationReadings => ({
    readings: [length(minutes, label)],
    problem: "",
  });
  if (text === "2") return { readings: [length(120, "2 h"), length(2, "2 min")], problem: "" };
  if (text === "2 min") return one(2, "2 min");
  if (text === "2h" || text === "2 h") return one(120, "2 h");
  if (text === "1h30" || text === "90m" || text === "1.5 h") return one(90, "1 h 30");
  if (text === "9.15-11.00") {
    const times = { startedAt: "09:15:00", endedAt: "11:00:00" };
    return { readings: [{ minutes: 105, label: "09:15 to 11:00, 1 h 45", ...times }], problem: "" };
  }
  if (text === "22:00-06:00") {
    return {
      readings: [
        {
          minutes: 480,
          label: "22:00 to 06:00 the next day, 8 h",
          startedAt: "22:00:00",
          endedAt: "06:00:00",
        },
      ],
      problem: "",
    };
  }
  return { readings: [], problem: "This is not a length of time." };
}
