import { formatRoute, type Room, type Route } from "./route";
import { apple, type Action } from "./state/actions.svelte";
import { text } from "./text/en-GB";

/** What the actions need from the window. */
export interface Doing {
  go(route: Route): void;
  /** Goes to the place before this one. */
  back(): void;
  /** Opens the palette. */
  palette(): void;
  /** Moves the keyboard to the messages, or back from them. */
  messages(): void;
  /** Runs one of the commands that need nothing else, and says what came of it. */
  run(what: "new-portfolio" | "open-portfolio" | "save-copy" | "quit" | "undo" | "redo"): void;
  /** Starts the timer, or stops it and shows what it measured. */
  timer(): void;
  /** Begins a reflection and opens it. */
  write(): void;
  /** Changes how the window looks. */
  look(change: "theme" | "contrast" | "larger" | "smaller" | "usual" | "editor", to?: string): void;
}

/** The keys that lead to a room, as in the native menu. */
const keys: Partial<Record<Room, string>> = {
  today: "Mod+1",
  reflections: "Mod+2",
  activities: "Mod+3",
  hours: "Mod+4",
  theory: "Mod+5",
  export: "Mod+6",
  settings: "Mod+,",
};

/** The ids of the rooms as the native menu knows them. */
const roomActions = {
  today: "go-today",
  reflections: "go-reflections",
  activities: "go-activities",
  hours: "go-hours",
  theory: "go-theory",
  export: "go-export",
  settings: "go-settings",
  bin: "go-bin",
} as const satisfies Record<Room, string>;

/**
 * Everything a person can do from anywhere. Every entry of the native menu has its id here; a test
 * beside the menu reads this file to make sure.
 */
export function windowActions(doing: Doing, appearance: { plainEditor: boolean }): Action[] {
  const words = text.actions;
  const rooms = Object.entries(roomActions).map(([room, id]): Action => {
    const shortcut = keys[room as Room];
    return {
      id,
      label: words.go(text.rooms[room as Room]),
      group: words.group,
      ...(shortcut === undefined ? {} : { shortcut }),
      run: () => doing.go({ room: room as Room }),
    };
  });
  return [
    {
      id: "new-reflection",
      label: words.write,
      keywords: words.writeAlso,
      shortcut: "Mod+N",
      run: () => doing.write(),
    },
    {
      id: "log-activity",
      label: words.log,
      keywords: words.logAlso,
      shortcut: "Mod+L",
      run: () => doing.go({ room: "activities", id: "new" }),
    },
    {
      id: "timer",
      label: words.timer,
      keywords: words.timerAlso,
      run: () => doing.timer(),
    },
    {
      id: "bring-in",
      label: words.bringIn,
      keywords: words.bringInAlso,
      run: () => doing.go({ room: "activities", id: "bring-in" }),
    },
    {
      id: "add-theory",
      label: words.theory,
      keywords: words.theoryAlso,
      run: () => doing.go({ room: "theory", id: "new" }),
    },
    {
      id: "bring-in-library",
      label: words.citations,
      keywords: words.citationsAlso,
      run: () => doing.go({ room: "theory", id: "bring-in" }),
    },
    {
      id: "theory-map",
      label: words.map,
      keywords: words.mapAlso,
      run: () => doing.go({ room: "theory", id: "map" }),
    },
    {
      id: "citation-style",
      label: words.style,
      keywords: words.styleAlso,
      run: () => doing.go({ room: "settings", section: "citations" }),
    },
    { id: "undo", label: words.undo, run: () => doing.run("undo") },
    { id: "redo", label: words.redo, keywords: words.redoAlso, run: () => doing.run("redo") },
    ...rooms,
    {
      id: "back",
      label: words.back,
      keywords: words.backAlso,
      group: words.group,
      // On a Mac, Option and an arrow move by a word in what is written.
      shortcut: apple ? "Mod+[" : "Alt+ArrowLeft",
      run: () => doing.back(),
    },
    {
      id: "audit",
      label: words.audit,
      keywords: words.auditAlso,
      run: () => doing.go({ room: "hours", section: "audit" }),
    },
    {
      id: "export",
      label: words.export,
      keywords: words.exportAlso,
      shortcut: "Mod+E",
      run: () => doing.go({ room: "export" }),
    },
    {
      id: "new-portfolio",
      label: words.newPortfolio,
      group: words.portfolio,
      run: () => doing.run("new-portfolio"),
    },
    {
      id: "open-portfolio",
      label: words.openPortfolio,
      group: words.portfolio,
      shortcut: "Mod+O",
      run: () => doing.run("open-portfolio"),
    },
    {
      id: "open-recent",
      label: words.recent,
      group: words.portfolio,
      run: () => doing.go({ room: "settings", section: "portfolio" }),
    },
    {
      id: "save-copy",
      label: words.copy,
      group: words.portfolio,
      shortcut: "Mod+Shift+S",
      run: () => doing.run("save-copy"),
    },
    { id: "palette", label: text.palette.open, shortcut: "Mod+K", run: () => doing.palette() },
    { id: "messages", label: words.messages, shortcut: "F6", run: () => doing.messages() },
    { id: "theme-light", label: words.light, group: words.appearance, run: () => doing.look("theme", "light") },
    { id: "theme-dark", label: words.dark, group: words.appearance, run: () => doing.look("theme", "dark") },
    {
      id: "theme-system",
      label: words.system,
      group: words.appearance,
      run: () => doing.look("theme", "system"),
    },
    {
      id: "contrast",
      label: words.contrast,
      group: words.appearance,
      run: () => doing.look("contrast"),
    },
    { id: "text-larger", label: words.larger, group: words.appearance, run: () => doing.look("larger") },
    { id: "text-smaller", label: words.smaller, group: words.appearance, run: () => doing.look("smaller") },
    { id: "text-usual", label: words.usualSize, group: words.appearance, run: () => doing.look("usual") },
    {
      id: "editor",
      label: appearance.plainEditor ? words.styled : words.plain,
      group: words.appearance,
      run: () => doing.look("editor"),
    },
    { id: "quit", label: words.quit, keywords: words.quitAlso, shortcut: "Mod+Q", run: () => doing.run("quit") },
  ];
}

/** The address of a room, for the navigation. */
export const roomAddress = (room: Room): string => formatRoute({ room });
