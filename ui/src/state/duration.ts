import type { Measure } from "../backend/contract";
import type { MinutesReading } from "../components/minutes";
import { queries } from "./query.svelte";

/** How `MinutesField` reads what is typed: by the program's own rules for what is measured. */
const reader =
  (measure: Measure) =>
  async (text: string): Promise<MinutesReading> => {
    const { readings, problem } = await queries().command("read_duration", { text, measure });
    const [likeliest, ...others] = readings;
    return likeliest ? { ...likeliest, others } : { problem };
  };

/** The length of one activity. */
export const readDuration = reader("activity");

/** Hours a week. */
export const readWeeklyHours = reader("week");

/** Hours over a whole programme. */
export const readProgrammeHours = reader("programme");
