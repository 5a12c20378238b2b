import { expect, test } from "vitest";
import type { Timer } from "../../backend/contract";
import { running } from "./elapsed";

const timer: Timer = { title: "", on: "2026-03-12", started: "2026-03-12T22:04:30+01:00", stopped: null };
const at = (instant: string): string => running(timer, Date.parse(instant));

test("a timer says since when it runs, by the clock on the wall, and for how long", () => {
  expect(at("2026-03-12T21:05:20Z")).toBe("Running since 22:04, 0 min");
  expect(at("2026-03-12T22:35:00Z")).toBe("Running since 22:04, 1 h 30");
});

test("one that was forgotten names its day", () => {
  expect(at("2026-03-13T21:05:00Z")).toBe("Running since Thu 12 Mar 2026 22:04, 24 h");
});

test("a clock that was set back gives no length", () => {
  expect(at("2026-03-12T20:00:00Z")).toMatch(/set back/);
});
