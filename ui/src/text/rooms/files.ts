/** Sentences about the files and reflections that belong to an entry. */
export const files = {
  title: "Files",
  none: "No file yet. A certificate, a register or slides show that it took place: any document, picture or recording of up to 25 MB.",
  add: "Add a file",
  to: (title: string) => ` to “${title}”`,
  noActivity: "A file is kept with the activity that it shows. Link an activity first.",
  kept: "A file you have already",
  find: "Find a file",
  choose: "Choose a file…",
  kind: "What is it?",
  from: "From this computer",
  added: (name: string) => `Added “${name}”`,
  copy: "Save a copy",
  copyOf: (name: string) => ` of “${name}”`,
  copied: (name: string, folder: string) => `Saved “${name}” in ${folder}`,
  remove: "Take off",
  about: (name: string) => ` “${name}”`,
  removed: (name: string) => `Took “${name}” off. The file itself stays.`,
  size: (bytes: number) =>
    bytes < 1024 ? `${bytes} bytes` : bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`,
  close: "Close",
  reflections: {
    link: "Link a reflection",
    find: "Find a reflection",
    linked: (title: string) => `Linked to “${title}”`,
  },
} as const;
