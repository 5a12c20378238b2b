import type { Plot as PlotData } from "../backend/contract";
import { exampleSet } from "../testing/examples";
import Plot from "./Plot.svelte";

const hour = 60;

export const hoursPlot: PlotData = {
  title: "9 h behind an even pace, and catching up since September",
  description:
    "Hours claimed from February 2025 to February 2027: 450 h today; 459 h are expected at an even pace.",
  xMax: 728,
  yMax: 600 * hour,
  xTicks: [
    { at: 0, label: "Feb 2025" },
    { at: 181, label: "Aug 2025" },
    { at: 365, label: "Feb 2026" },
    { at: 546, label: "Aug 2026" },
    { at: 728, label: "Feb 2027" },
  ],
  yTicks: [
    { at: 0, label: "0 h" },
    { at: 200 * hour, label: "200 h" },
    { at: 400 * hour, label: "400 h" },
    { at: 600 * hour, label: "600 h" },
  ],
  lines: [
    {
      label: "Claimed",
      style: "solid",
      points: [
        { x: 0, y: 0 },
        { x: 120, y: 60 * hour },
        { x: 250, y: 150 * hour },
        { x: 330, y: 150 * hour },
        { x: 420, y: 210 * hour },
        { x: 540, y: 300 * hour },
        { x: 620, y: 390 * hour },
        { x: 658, y: 450 * hour },
      ],
    },
    {
      label: "Expected at an even pace",
      style: "dashed",
      points: [
        { x: 0, y: 0 },
        { x: 250, y: 210 * hour },
        { x: 330, y: 210 * hour },
        { x: 728, y: 557 * hour },
      ],
    },
    {
      label: "At the pace of the last three months",
      style: "dotted",
      points: [
        { x: 658, y: 450 * hour },
        { x: 728, y: 570 * hour },
      ],
    },
  ],
  bands: [{ from: 250, to: 330, label: "Break in learning" }],
  marker: { at: { x: 658, y: 450 * hour }, label: "Today: 450 h" },
  table: {
    headings: ["Month", "Claimed so far", "Expected"],
    rows: [
      ["February 2025", "22 h", "24 h"],
      ["March 2025", "41 h", "48 h"],
      ["November 2026", "450 h", "459 h"],
    ],
  },
};

export default exampleSet(Plot, {
  hours: { plot: hoursPlot },
  "nothing logged yet": {
    plot: { ...hoursPlot, title: "Nothing claimed yet", lines: hoursPlot.lines.slice(1, 2), bands: [], marker: null },
  },
});
