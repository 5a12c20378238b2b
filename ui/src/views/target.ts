import type { Target } from "../backend/contract";
import type { Route } from "../route";

/** Where a suggestion or a check leads. */
export function routeTo(target: Target): Route {
  switch (target.room) {
    case "reflection":
      return { room: "reflections", id: target.id };
    case "activity":
      return { room: "activities", id: target.id };
    case "theory":
      return { room: "theory", id: target.id };
    case "programme":
      return { room: "settings", section: "programme" };
    case "programmeField":
      return { room: "settings", section: "programme", field: target.id };
    case "activities":
      return { room: "activities" };
    case "theoryRoom":
      return { room: "theory" };
    case "export":
      return { room: "export" };
  }
}
