import { exampleSet, markup } from "../testing/examples";
import Shell from "./Shell.svelte";

const room = (name: string, label: string, count?: string) => ({
  room: name,
  label,
  href: `#/${name}`,
  count,
});

const rooms = [
  room("today", "Today"),
  room("reflections", "Reflections", "31"),
  room("activities", "Activities"),
  room("hours", "Hours"),
  room("theory", "Theory"),
  room("export", "Export"),
];
const more = [room("settings", "Settings"), room("bin", "Bin")];
const status = { kind: "saved" as const, at: new Date(2026, 10, 23, 21, 47) };
const children = markup("<div><h1>Today</h1><p>Monday 23 November 2026 · week 43 of 104</p></div>");

export default exampleSet(Shell, {
  "with all rooms": {
    rooms,
    more,
    current: "today",
    status,
    children,
    onfind: () => undefined,
    findKeys: "Ctrl+K",
  },
  "not saved": {
    rooms,
    more,
    current: "reflections",
    status: { kind: "failed", reason: "the disk is full. Keep this window open." },
    children,
  },
});
