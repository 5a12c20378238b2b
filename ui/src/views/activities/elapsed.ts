import type { Timer } from "../../backend/contract";
import { dayText, minutesText } from "../../text/dates";
import { timer as words } from "../../text/rooms/timer";

/** How long a timer has run, in words; what cannot be if the clock was set back. */
export function running(timer: Timer, now: number): string {
  const minutes = Math.floor((now - Date.parse(timer.started)) / 60_000);
  if (minutes < 0) return words.setBack;
  // The instant is written with the clock on the wall: "2026-03-12T22:04:00+00:00".
  const [day = "", time = ""] = timer.started.split("T");
  const at = time.slice(0, 5);
  return minutes < 12 * 60
    ? words.since(at, minutesText(minutes))
    : words.sinceDay(dayText(day), at, minutesText(minutes));
}
