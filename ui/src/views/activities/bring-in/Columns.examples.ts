import { exampleSet } from "../../../testing/examples";
import Columns from "./Columns.svelte";
import { table } from "./samples";

const onsaid = (): undefined => undefined;

export default exampleSet(Columns, {
  "unknown headings": { table, onsaid },
  "dates that can be read either way": {
    table: { ...table, columns: ["date", "title", "took", "unused"], missing: "" },
    ambiguous: true,
    onsaid,
    oncancel: onsaid,
  },
});
