import { Actions } from "../state/actions.svelte";
import { exampleSet } from "../testing/examples";
import CommandPalette from "./CommandPalette.svelte";

function some(): Actions {
  const actions = new Actions();
  actions.add([
    { id: "new", label: "Write a reflection", shortcut: "Mod+N", run: () => undefined },
    { id: "log", label: "Log an activity", shortcut: "Mod+Shift+L", run: () => undefined },
    { id: "go.today", label: "Go to Today", group: "Rooms", run: () => undefined },
    { id: "go.export", label: "Go to Export", group: "Rooms", run: () => undefined },
    {
      id: "dark",
      label: "Use the dark theme",
      group: "Appearance",
      keywords: "night black",
      run: () => undefined,
    },
  ]);
  return actions;
}

export default exampleSet(CommandPalette, {
  open: { open: true, actions: some() },
});
