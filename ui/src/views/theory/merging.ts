import type { TheoryId } from "../../backend/contract";
import { command } from "../../state/query.svelte";
import { toasts } from "../../state/toast.svelte";
import { drafts } from "../../state/draft.svelte";
import { text } from "../../text/en-GB";
import { sentence } from "../../text/failures";
import { theory as words } from "../../text/rooms/theory";

/** Makes one entry of two, and offers the way back. Says whether it was done. */
export async function merge(keep: TheoryId, other: TheoryId): Promise<boolean> {
  try {
    // What cites them is rewritten: nothing may be on its way to the file.
    await drafts.flush();
    const work = await command("merge_theory", { keep, other });
    toasts.show(words.merge.done(work.title), {
      action: { label: text.toast.undo, run: () => command("undo", {}) },
    });
    return true;
  } catch (failure) {
    toasts.show(sentence(failure), { seconds: 20 });
    return false;
  }
}
