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
  categories: {
    title: "By kind of learning",
    kind: "Kind of learning",
    claimed: "Claimed",
    excluded: "Does not count",
    none: "Not said",
    total: "Total",
  },
  empty: {
    title: "Your hours against the minimum",
    why: "Every hour of learning in paid time that you log adds up here, beside what your apprenticeship asks for and an even pace.",
    programme: "Enter your programme",
    log: "Log an activity",
    missing: "To work out your minimum, Aftershift still needs:",
  },
  edit: "Change your programme",
  audit: "See every entry",
} as const;
