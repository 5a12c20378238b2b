import type { Component } from "svelte";
import type { Room } from "./route";

/** What a room is told about the place within it. */
export interface RoomProps {
  id?: string | undefined;
  section?: string | undefined;
  /** The box that somebody came for. */
  field?: string | undefined;
}

/** What a room may offer to whoever goes there by name. */
export interface RoomExports {
  /** Puts the keyboard where typing goes on; `false` where there is no such place on screen. */
  readonly begin?: () => boolean;
}

// A room takes what it knows of the place and leaves the rest: no room declares every prop.
type Load = () => Promise<{ default: Component<never> }>;

/** Every room is a chunk of its own, so that the first screen does not wait for the others. */
export const views: Record<Room, Load> = {
  today: () => import("./views/today/Today.svelte"),
  reflections: () => import("./views/reflections/Reflections.svelte"),
  activities: () => import("./views/activities/Activities.svelte"),
  hours: () => import("./views/hours/Hours.svelte"),
  theory: () => import("./views/theory/Theory.svelte"),
  export: () => import("./views/export/Export.svelte"),
  settings: () => import("./views/settings/Settings.svelte"),
  bin: () => import("./views/bin/Bin.svelte"),
};

/** Fetches the other rooms while nobody waits for them. */
export function fetchAhead(): void {
  for (const load of Object.values(views)) void load().catch(() => undefined);
}
