/** The shortcuts of the writing room. */
export const keys = {
  preview: "Mod+Shift+P",
  alone: "Mod+Shift+F",
  linkTheory: "Mod+Shift+L",
} as const;
