import { exampleSet } from "../testing/examples";
import Combobox from "./Combobox.svelte";

export const works = [
  { value: "benner", label: "Benner (1984)", detail: "From novice to expert" },
  { value: "peplau", label: "Peplau (1952)", detail: "Interpersonal relations in nursing" },
  { value: "schon", label: "Schön (1983)", detail: "The reflective practitioner" },
];

export default exampleSet(Combobox, {
  empty: { label: "Theory", options: works, placeholder: "Author or idea" },
  chosen: { label: "Theory", options: works, value: "peplau" },
  wrong: { label: "Theory", options: works, error: "Choose a work of theory" },
});
