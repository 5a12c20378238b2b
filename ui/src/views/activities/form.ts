import {
  labelCategory,
  type Activity,
  type Category,
  type SaveActivity,
} from "../../backend/contract";
import { activities as words } from "../../text/rooms/activities";

/** An entry without anything in it. */
export function blankEntry(day: string): SaveActivity {
  return {
    id: null,
    title: "",
    doneOn: day,
    startedAt: null,
    endedAt: null,
    duration: null,
    offTheJob: null,
    category: null,
    whatWasDone: "",
    whatWasLearned: "",
    paid: "paid",
    compensation: "",
    deliveredBy: "",
    deliveredByKind: "unknown",
    place: "unknown",
    criteria: [],
    tags: [],
    disagreement: null,
    files: [],
  };
}

/** What the form starts from. */
export function entryOf(activity: Activity): SaveActivity {
  const { state: _state, createdAt: _made, changedAt: _changed, deletedAt: _gone, ...rest } = activity;
  return { ...rest, files: [] };
}

/** Kinds of activity as choices, those that can count first. */
export const kinds: readonly { value: string; label: string; group?: string }[] = [
  { value: "", label: words.form.noKind },
  ...(Object.entries(labelCategory) as [Category, string][]).map(([value, label]) => ({
    value,
    label,
    group: value.startsWith("x_") ? words.form.excluded : words.form.counting,
  })),
];

/** Reads "21:30", "9.15" or "0915" as the contract writes it; nothing for an empty box. */
export function readTime(typed: string): string | null | undefined {
  const bare = typed.trim();
  if (bare === "") return null;
  const match = /^(\d{1,2})[:.]?(\d{2})$/.exec(bare);
  if (!match) return undefined;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  if (hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}:00`;
}

/** "21:30" from "21:30:00". */
export function shortTime(time: string | null): string {
  return time?.slice(0, 5) ?? "";
}

/** Splits codes at commas and spaces. */
export function readCodes(typed: string): string[] {
  return typed
    .split(/[\s,;]+/)
    .map((code) => code.toUpperCase())
    .filter((code) => code !== "");
}
