import type { ReflectionState } from "../../backend/contract";
import type { MenuItem } from "../../components/Menu.svelte";
import type { Action } from "../../state/actions.svelte";
import { reflections as words } from "../../text/rooms/reflections";
import { keys } from "./keys";

/** What a person can do in the writing room. */
export interface Doing {
  preview(): unknown;
  alone(): unknown;
  next(): unknown;
  linkTheory(): unknown;
  citeWork(): unknown;
  linkActivity(): unknown;
  addPicture(): unknown;
  chooseModel(): unknown;
  setDay(): unknown;
  mark(state: ReflectionState): unknown;
  remove(): unknown;
}

function marking(doing: Doing, state: ReflectionState): { label: string; run: () => unknown } {
  return state === "finished"
    ? { label: words.room.reopen, run: () => doing.mark("draft") }
    : { label: words.room.finish, run: () => doing.mark("finished") };
}

/** Everything by name, for the palette. */
export function roomActions(doing: Doing, state: ReflectionState): Action[] {
  const { room } = words;
  const all: Omit<Action, "group">[] = [
    { id: "writing-preview", label: room.togglePreview, shortcut: keys.preview, run: () => doing.preview() },
    { id: "writing-alone", label: room.toggleAlone, shortcut: keys.alone, run: () => doing.alone() },
    { id: "writing-next", label: room.goNext, run: () => doing.next() },
    { id: "writing-cite", label: words.cite.title, run: () => doing.citeWork() },
    { id: "writing-theory", label: words.theory.link, shortcut: keys.linkTheory, run: () => doing.linkTheory() },
    { id: "writing-activity", label: words.activities.link, run: () => doing.linkActivity() },
    { id: "writing-picture", label: room.addPicture, run: () => doing.addPicture() },
    { id: "writing-model", label: words.model.change, run: () => doing.chooseModel() },
    { id: "writing-day", label: room.goDay, run: () => doing.setDay() },
    { id: "writing-finish", ...marking(doing, state) },
    { id: "writing-remove", label: room.remove, run: () => doing.remove() },
  ];
  return all.map((action) => ({ ...action, group: room.group }));
}

/** What stands behind the one button above the page. */
export function roomMenu(doing: Doing, state: ReflectionState): MenuItem[] {
  return [
    { label: words.room.addPicture, icon: "file", run: () => doing.addPicture() },
    { label: words.theory.link, icon: "link", run: () => doing.linkTheory() },
    { label: words.cite.title, icon: "link", run: () => doing.citeWork() },
    { label: words.activities.link, icon: "link", run: () => doing.linkActivity() },
    { label: words.model.change, icon: "edit", run: () => doing.chooseModel() },
    { ...marking(doing, state), icon: "check" },
    { label: words.room.remove, icon: "bin", run: () => doing.remove() },
  ];
}
