import type { DurationReading } from "../backend/contract";
import type { MinutesReading } from "../components/minutes";
import { queries } from "./query.svelte";

/** Reads a length of time by the program's own rules, for `MinutesField`. */
export async function readDuration(typed: string): Promise<MinutesReading> {
  const { readings, problem } = await queries().command("read_duration", {
    text: typed,
    weekly: false,
  });
  return reading(readings, problem);
}

/** The same for hours a week, where a bare number can only mean hours. */
export async function readWeeklyHours(typed: string): Promise<MinutesReading> {
  const { readings, problem } = await queries().command("read_duration", {
    text: typed,
    weekly: true,
  });
  return reading(readings, problem);
}

function reading(
  readings: readonly DurationReading[],
  problem: string,
): MinutesReading {
  const [likeliest, ...others] = readings;
  return likeliest ? { ...likeliest, others } : { problem };
}
