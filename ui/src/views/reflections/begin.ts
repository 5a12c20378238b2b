import { command } from "../../state/query.svelte";
import { router } from "../../state/router.svelte";
import { toasts } from "../../state/toast.svelte";
import { sentence } from "../../text/failures";

/** Begins a reflection and opens it: nothing stands between a person and the first sentence. */
export async function beginReflection(): Promise<void> {
  try {
    const begun = await command("create_reflection", {
      title: "",
      model: null,
      happenedOn: null,
      activityId: null,
    });
    router.go({ room: "reflections", id: begun.reflectionId });
  } catch (failure) {
    toasts.show(sentence(failure));
  }
}
