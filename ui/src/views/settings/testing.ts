import type { ProgrammeView } from "../../backend/contract";

/** A learner and programme of which only the dates and the hours are said. */
export const programmeView: ProgrammeView = {
  learner: { name: "", role: "", learnerNumber: "" },
  programme: {
    title: "",
    provider: "",
    employer: "",
    standardReference: "",
    standardVersion: "",
    originalStart: "2025-02-03",
    plannedEnd: "2027-02-01",
    weekly: 2250,
    nation: "england",
    planHours: null,
    publishedHours: null,
    priorLearning: 0,
    plannedHours: null,
    breaks: [],
    hoursChanges: [],
    workingDays: [],
    workingFrom: null,
    workingTo: null,
    blockRelease: false,
    gatewayOn: null,
    endedOn: null,
    reflectionPolicy: "unknown",
  },
  preview: { requirement: null, problems: [] },
};
