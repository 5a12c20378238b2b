import { createRawSnippet } from "svelte";
import { exampleSet } from "../testing/examples";
import Field, { type FieldParts } from "./Field.svelte";

const control = createRawSnippet<[FieldParts]>((parts) => ({
  render: () =>
    `<input id="${parts().id}" aria-describedby="${parts().describedBy ?? ""}" aria-invalid="${String(parts().invalid)}">`,
}));

export default exampleSet(Field, {
  plain: { label: "Your name", control },
  "with a hint": { label: "Your employer", hint: "As on your apprenticeship agreement", control },
  wrong: { label: "Planned end", error: "The end is before the start", control },
  "may stay empty": { label: "Mentor", optional: true, control },
  "a group": { label: "Start date", group: true, hint: "For example 3 2 2025", control: grouped() },
});

function grouped() {
  return createRawSnippet<[FieldParts]>((parts) => ({
    render: () =>
      `<div><label for="${parts().id}-day">Day</label> <input id="${parts().id}-day"></div>`,
  }));
}
