import { exampleSet, words } from "../testing/examples";
import LinkButton from "./LinkButton.svelte";

export default exampleSet(LinkButton, {
  "leads somewhere": { children: words("How is this worked out?"), href: "#/hours" },
  "does something small": { children: words("Link another idea"), onclick: () => undefined },
  "says more when read aloud": { children: words("Open"), href: "#/bin", about: "the bin" },
  "as a button": { children: words("Write the first one"), href: "#/reflections", look: "primary" },
  "as a plain button": { children: words("See all"), href: "#/reflections", look: "plain" },
});
