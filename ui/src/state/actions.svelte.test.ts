import { expect, test, vi } from "vitest";
import { Actions, pressed } from "./actions.svelte";

const key = (init: KeyboardEventInit) => new KeyboardEvent("keydown", { cancelable: true, ...init });

test("a shortcut is its keys and no others", () => {
  expect(pressed("Mod+K", key({ key: "k", ctrlKey: true }))).toBe(true);
  expect(pressed("Mod+K", key({ key: "K", ctrlKey: true, shiftKey: true }))).toBe(false);
  expect(pressed("Mod+Shift+S", key({ key: "S", ctrlKey: true, shiftKey: true }))).toBe(true);
  expect(pressed("Mod+K", key({ key: "k" }))).toBe(false);
  expect(pressed("Mod+K", key({ key: "k", ctrlKey: true, altKey: true }))).toBe(false);
  expect(pressed("Mod+,", key({ key: ",", ctrlKey: true }))).toBe(true);
});

test("actions of a room go with the room, and take the place of the general ones", () => {
  const actions = new Actions();
  const general = vi.fn();
  const special = vi.fn();
  actions.add([{ id: "find", label: "Find", run: general }]);
  const leave = actions.add([{ id: "find", label: "Find in this list", run: special }]);
  expect(actions.list.map((action) => action.label)).toEqual(["Find in this list"]);
  actions.run("find");
  expect(special).toHaveBeenCalledTimes(1);
  leave();
  actions.run("find");
  expect(general).toHaveBeenCalledTimes(1);
  expect(actions.run("nothing")).toBe(false);
});

test("a key that something else has used is left alone, as is one of a composition", () => {
  const actions = new Actions();
  const run = vi.fn();
  actions.add([{ id: "find", label: "Find", shortcut: "Mod+F", run }]);
  const used = key({ key: "f", ctrlKey: true });
  used.preventDefault();
  expect(actions.handle(used)).toBe(false);
  expect(actions.handle(key({ key: "f", ctrlKey: true, isComposing: true }))).toBe(false);
  expect(actions.handle(key({ key: "f", ctrlKey: true }))).toBe(true);
  expect(run).toHaveBeenCalledTimes(1);
});
