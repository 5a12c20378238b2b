import { exampleSet } from "../testing/examples";
import Editor from "./Editor.svelte";

export const account = `## What went well

I repeated the observations **before** I rang, so that when the registrar asked I had *two sets* to give her.

- Situation
- Background

> The rule was in my head.

See [the guidance](https://example.org) and \`SBAR\`.`;

const theory = (typed: string) =>
  [
    { key: "benner1984", label: "Benner (1984)", detail: "From novice to expert" },
    { key: "peplau1952", label: "Peplau (1952)", detail: "Interpersonal relations in nursing" },
  ].filter((work) => work.label.toLowerCase().includes(typed.toLowerCase()));

export default exampleSet(Editor, {
  styled: { label: "Analysis", value: account, theory },
  empty: { label: "Analysis", placeholder: "Why did it go that way?" },
  plain: { label: "Analysis", value: account, plain: true },
});
