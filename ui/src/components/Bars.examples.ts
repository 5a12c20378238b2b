import type { Bars as BarsData } from "../backend/contract";
import { exampleSet } from "../testing/examples";
import Bars from "./Bars.svelte";

const hour = 60;

export const kindsChart: BarsData = {
  title: "Most of it is teaching of theory: 228 h of 440 h 40",
  description:
    "Bars of the claimed time by kind of learning. Teaching of theory: 228 h; Being taught a practical skill: 96 h 40; Progress review: 7 h 30 does not count.",
  longest: 228 * hour,
  key: [
    { style: "filled", label: "Claimed" },
    { style: "hollow", label: "Does not count" },
  ],
  bars: [
    { label: "Teaching of theory", parts: [{ time: 228 * hour, style: "filled" }], said: "228 h" },
    {
      label: "Being taught a practical skill",
      parts: [
        { time: 96 * hour + 40, style: "filled" },
        { time: 30 * hour, style: "hollow" },
      ],
      said: "96 h 40; 30 h does not count",
    },
    {
      label: "Progress review",
      parts: [
        { time: 0, style: "filled" },
        { time: 7 * hour + 30, style: "hollow" },
      ],
      said: "7 h 30 does not count",
    },
  ],
  table: {
    headings: ["Kind of learning", "Claimed", "Confirmed", "Does not count"],
    rows: [
      ["Teaching of theory", "228 h", "200 h", "0 min"],
      ["Being taught a practical skill", "96 h 40", "90 h", "30 h"],
      ["Progress review", "0 min", "0 min", "7 h 30"],
    ],
  },
};

export const doneChart: BarsData = {
  title: "440 h 40 of the planned 600 h are done",
  description: "Bars of what was asked for and what is done. Planned: 600 h; Claimed: 440 h 40.",
  longest: 600 * hour,
  key: [
    { style: "hollow", label: "Asked for" },
    { style: "filled", label: "Done" },
  ],
  bars: [
    { label: "Planned", parts: [{ time: 600 * hour, style: "hollow" }], said: "600 h" },
    { label: "Claimed", parts: [{ time: 440 * hour + 40, style: "filled" }], said: "440 h 40" },
  ],
  table: {
    headings: ["Total", "Time"],
    rows: [
      ["Planned", "600 h"],
      ["Claimed", "440 h 40"],
    ],
  },
};

export default exampleSet(Bars, {
  "by kind of learning": { chart: kindsChart },
  "planned and done": { chart: doneChart },
});
