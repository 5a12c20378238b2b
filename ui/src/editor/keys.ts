import type { Format } from "./format";

/** The keys of what the bar above a text does, in the order in which it stands there. */
export const formatKeys: Readonly<Record<Format, string>> = {
  bold: "Mod+B",
  italic: "Mod+I",
  heading: "Mod+Alt+2",
  bullets: "Mod+Shift+8",
  numbers: "Mod+Shift+7",
  quote: "Mod+Shift+9",
};
