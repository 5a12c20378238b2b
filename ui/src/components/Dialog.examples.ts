import { exampleSet, pressable, words } from "../testing/examples";
import Dialog from "./Dialog.svelte";

export default exampleSet(Dialog, {
  plain: {
    open: true,
    title: "Your last words are not saved",
    children: words("The disk is full. They are safe while this window stays open."),
    actions: pressable("Keep the window open", "primary"),
  },
  wide: {
    open: true,
    wide: true,
    title: "Compare with the copy from Thu 12 Mar 2026",
    children: words("Both versions side by side."),
  },
});
