import { numberText } from "../numbers";

/** Sentences of the Hours room. */
export const hours = {
  title: "Hours",
  subtitle: (title: string, started: string, figure: string) =>
    [title, started === "" ? "" : `started ${started}`, figure].filter(Boolean).join(" · "),
  figure: (label: string, hours: string) => `${label}: ${hours}`,
  totals: {
    title: "Where you stand",
    required: "Required",
    claimed: "Claimed",
    confirmed: "Confirmed",
    excluded: "Does not count",
    notYet: "Does not count yet",
    expected: "Expected by today",
    remaining: "Remaining",
    planned: "Planned",
    disputed: "Disputed",
  },
  how: (figure: string) => `How ${figure} is worked out`,
  estimate:
    "This is an estimate from what you entered. The figure in your signed training plan is the one everyone is held to: enter it in your programme and it is used instead.",
  rule: (rule: string) => `Rule: ${rule}`,
  computed: (figure: string) =>
    `Worked out from your dates and hours, the minimum would be ${figure}. The figure in your training plan is used because it is the one you signed.`,
  warnings: "Worth knowing",
  empty: {
    title: "Your hours against the minimum",
    says: (missing: readonly string[]) =>
      [
        "Every hour of learning in paid time that you log adds up here, beside what your apprenticeship asks for and an even pace.",
        ...missing,
      ].join(" "),
    programme: "Enter your programme",
    log: "Log an activity",
  },
  pace: {
    title: "Pace",
    week: "This week",
    month: "This month",
    year: "This year",
    needed: "Needed each week",
    forecast: "Forecast finish",
    goesOn: (weekly: string, weeks: number, day: string) =>
      `At ${weekly} a week, as in the last ${weeks} weeks, you would reach the required hours on ${day}.`,
    stopped: (weeks: number) => `Nothing was claimed in the last ${weeks} weeks, so no finish can be foreseen.`,
    byEnd: (time: string) => `By the planned end you would have ${time}.`,
    reached: "Reached",
    unknown: "Too little is known yet",
  },
  edit: "Change your programme",
  entries: "See every entry",
  audit: {
    link: "Audit check",
    title: "Audit check",
    back: "Hours",
    asOf: (day: string) => `As of ${day}`,
    count: (result: string, count: number) => `${result}: ${count}`,
    advice: "What to do:",
    several: (count: number) => `${count} checks`,
    more: (count: number) => (count === 1 ? "1 more" : `${count} more`),
    rest: (count: number) =>
      `Another ${count} are not listed: put these right first, and the next ones appear.`,
    write: "Write it as a PDF…",
    written: (file: string, pages: number, folder: string) =>
      `Wrote ${file}, ${pages === 1 ? "1 page" : `${pages} pages`}, in ${folder}`,
    missing: (characters: string) =>
      `No font on this computer has these characters, so each is printed as a box: ${characters}.`,
    show: "Show it in its folder",
    record: "Figures for the learner record",
    recordWhy: "Whole hours, rounded down, as your provider enters them.",
    figures: {
      planned: "Planned",
      delivered: "Delivered (claimed)",
      confirmed: "Confirmed",
      prior: "Taken off for prior learning",
      unknown: "Not known yet",
      hours: (hours: number) => `${numberText(hours)} h`,
    },
  },
} as const;
