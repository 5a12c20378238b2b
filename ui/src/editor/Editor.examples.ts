import { exampleSet } from "../testing/examples";
import Editor from "./Editor.svelte";

export const account = `## What went well

I repeated the observations **before** I rang, so that when the registrar asked I had *two sets* to give her.

- Situation
- Background

> The rule was in my head.

See [the guidance](https://example.org) and \`SBAR\`.`;

export default exampleSet(Editor, {
  styled: { label: "Analysis", value: account },
  empty: { label: "Analysis", placeholder: "Why did it go that way?" },
  plain: { label: "Analysis", value: account, plain: true },
});
