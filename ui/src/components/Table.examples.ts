import { exampleSet } from "../testing/examples";
import Table from "./Table.svelte";

interface Row {
  id: string;
  day: string;
  time: string;
  what: string;
  counts: string;
}

export const rows: Row[] = [
  {
    id: "1",
    day: "Thu 19 Nov",
    time: "0:45",
    what: "How NEWS2 thresholds trigger escalation, debrief with the outreach nurse",
    counts: "Yes · coaching",
  },
  {
    id: "2",
    day: "Fri 20 Nov",
    time: "3:30",
    what: "Pharmacology workshop: opioids and monitoring",
    counts: "Yes · teaching of theory",
  },
  {
    id: "3",
    day: "Sat 21 Nov",
    time: "12:00",
    what: "Night shift, acute medical unit",
    counts: "No · doing the job; the 45 minutes of coaching count above",
  },
];

const columns = [
  { key: "day", label: "Day", nowrap: true, sortable: true, text: (row: unknown) => (row as Row).day },
  {
    key: "time",
    label: "Time",
    align: "end" as const,
    sortable: true,
    text: (row: unknown) => (row as Row).time,
  },
  {
    key: "what",
    label: "What was learned",
    heading: true,
    text: (row: unknown) => (row as Row).what,
  },
  { key: "counts", label: "Counts?", text: (row: unknown) => (row as Row).counts },
];

const key = (row: unknown): string => (row as Row).id;

export default exampleSet(Table, {
  "a week": { caption: "This week", columns, rows, key },
  "can be sorted": {
    caption: "This week",
    showCaption: true,
    columns,
    rows,
    key,
    sort: { column: "day", descending: false },
    onsort: () => undefined,
  },
});
