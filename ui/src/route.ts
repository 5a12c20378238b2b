/** Every place in the window. An address is only another spelling of one of these. */
export type Route =
  | { room: "today" }
  | { room: "reflections"; id?: string }
  | { room: "activities"; id?: string }
  | { room: "hours"; section?: "audit" }
  | { room: "theory"; id?: string }
  | { room: "export" }
  | { room: "settings"; section?: string; field?: string }
  | { room: "bin" };

/** The name of a room. */
export type Room = Route["room"];

/** The rooms in the order of the navigation. */
export const rooms = [
  "today",
  "reflections",
  "activities",
  "hours",
  "theory",
  "export",
  "settings",
  "bin",
] as const satisfies readonly Room[];

/** Reads an address such as `#/reflections/7`; what makes no sense leads to Today. */
export function parseRoute(address: string): Route {
  const [room = "", rest, field] = address
    .replace(/^#?\/?/, "")
    .split("/")
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return "";
      }
    });
  switch (room) {
    case "reflections":
    case "activities":
    case "theory":
      return rest ? { room, id: rest } : { room };
    case "settings":
      if (!rest) return { room };
      return field ? { room, section: rest, field } : { room, section: rest };
    case "hours":
      return rest === "audit" ? { room, section: rest } : { room };
    case "export":
    case "bin":
      return { room };
    default:
      return { room: "today" };
  }
}

/** The address of a place. */
export function formatRoute(route: Route): string {
  const rest = "id" in route ? route.id : "section" in route ? route.section : undefined;
  const field = "field" in route ? route.field : undefined;
  const parts = [rest, field].filter((part) => part !== undefined);
  return ["#", route.room, ...parts.map(encodeURIComponent)].join("/");
}
