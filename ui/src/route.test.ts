import { expect, test } from "vitest";
import { formatRoute, parseRoute, rooms, type Route } from "./route";

const places: Route[] = [
  ...rooms.map((room) => ({ room })),
  { room: "reflections", id: "0192-a/b" },
  { room: "activities", id: "new" },
  { room: "theory", id: "ü %" },
  { room: "settings", section: "appearance" },
  { room: "settings", section: "programme", field: "plannedEnd" },
  { room: "hours", section: "audit" },
];

test.each(places)("$room survives its address", (place) => {
  expect(parseRoute(formatRoute(place))).toEqual(place);
});

test.each(["", "#", "#/", "#/nowhere", "#/today/7", "#/%E0%A4%A"])("%j leads to Today", (address) => {
  expect(parseRoute(address)).toEqual({ room: "today" });
});
