import { Toasts } from "../state/toast.svelte";
import { exampleSet } from "../testing/examples";
import ToastRegion from "./ToastRegion.svelte";

function shown(...messages: string[]): Toasts {
  const toasts = new Toasts();
  for (const message of messages) {
    toasts.show(message, { action: { label: "Undo", run: () => undefined }, seconds: 3600 });
  }
  return toasts;
}

export default exampleSet(ToastRegion, {
  "one message": { toasts: shown("“Night shift” moved to the bin") },
  "two messages": { toasts: shown("Link taken away", "“First week” moved to the bin") },
});
