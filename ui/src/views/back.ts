import { formatRoute, type Route } from "../route";
import { router } from "../state/router.svelte";
import { text } from "../text/en-GB";

/** A link above a page, as `PageHeader` takes it. */
export interface Back {
  href: string;
  label: string;
}

/** What the way back to a place is called; nothing for places that nobody means to go back to. */
function nameOf(place: Route): string | undefined {
  const words = text.wayBack;
  switch (place.room) {
    case "today":
      return words.today;
    case "export":
      return words.export;
    case "hours":
      return place.section === "audit" ? words.audit : words.hours;
    case "reflections":
      return place.id === undefined ? words.reflections : words.reflection;
    case "theory":
      return place.id === undefined || place.id === "bring-in" ? words.theory : words.work;
    case "activities":
    case "settings":
    case "bin":
      return undefined;
  }
}

/**
 * The way back to where a person came from: whoever mends one thing after another from a list of checks goes on
 * with that list. Otherwise it leads `home`, to the list that the page is one of, if there is one. Read it where it
 * is followed: it changes with the place.
 */
export function wayBack(home?: Back): Back | undefined {
  const from = router.previous;
  const label = from === undefined ? undefined : nameOf(from);
  return from === undefined || label === undefined ? home : { href: formatRoute(from), label };
}
