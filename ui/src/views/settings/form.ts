import { readTime } from "../activities/form";

/** Reads a number of hours such as "557" or "278.4" as whole minutes, upwards; `null` for an empty box. */
export function readHours(typed: string): number | null | undefined {
  const bare = typed.trim().replace(/\s*h(ours?)?$/i, "");
  if (bare === "") return null;
  const match = /^(\d{1,5})(?:[.,](\d{1,4}))?$/.exec(bare);
  if (!match) return undefined;
  const decimals = match[2] ?? "";
  // Whole numbers throughout: 278.4 h is exactly 16,704 minutes, never 16,703.999.
  const scale = 10 ** decimals.length;
  return Number(match[1]) * 60 + Math.ceil((Number(decimals || "0") * 60) / scale);
}

/** A number of hours as it is typed: "557", "278.4". */
export function hoursText(minutes: number | null): string {
  if (minutes === null) return "";
  const whole = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (rest === 0) return String(whole);
  return `${whole}.${String(Math.round((rest * 10_000) / 60)).padStart(4, "0").replace(/0+$/, "")}`;
}

export { readTime };
