import { command } from "../../state/query.svelte";
import { toasts } from "../../state/toast.svelte";
import { text } from "../../text/en-GB";
import { sentence } from "../../text/failures";
import { bringIn as words } from "../../text/rooms/bringin";

/** Says that a file was brought in, with the one undo that takes all of it back. `what` is what undo calls it. */
export function sayBroughtIn(done: string, what: string): void {
  toasts.show(done, {
    action: {
      label: text.toast.undo,
      run: async () => {
        try {
          // Only the last change can be taken back: by now that may be another one.
          const { undo: next } = await command("portfolio_status", {});
          if (next === what) await command("undo", {});
          toasts.show(next === what ? words.undone : words.changedSince, { seconds: 12 });
        } catch (failure) {
          toasts.show(sentence(failure), { seconds: 20 });
        }
      },
    },
  });
}
