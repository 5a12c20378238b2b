import { readTime } from "../activities/form";

/** Hours as they stand in a box: "557", "278.4", and "37 h 20" where a decimal would have no end. */
export function hoursText(minutes: number | null): string {
  if (minutes === null) return "";
  const whole = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (rest === 0) return String(whole);
  // Three minutes are a twentieth of an hour; other parts of it cannot be written in two decimals.
  if (rest % 3 === 0) return String((whole * 100 + (rest * 5) / 3) / 100);
  return `${whole} h ${String(rest).padStart(2, "0")}`;
}

export { readTime };
