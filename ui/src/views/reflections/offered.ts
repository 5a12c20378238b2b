import type { Option } from "../../components/Combobox.svelte";
import { queries } from "../../state/query.svelte";
import { dayText } from "../../text/dates";
import { reflections as words } from "../../text/rooms/reflections";

/** Reflections that have the words typed, as choices, but for those with these ids. */
export async function offeredReflections(typed: string, without: readonly string[] = []): Promise<Option[]> {
  const page = await queries().command("list_reflections", {
    text: typed,
    state: null,
    model: null,
    theoryId: null,
    activityId: null,
    from: null,
    to: null,
    offset: 0,
    limit: 20 + without.length,
  });
  return page.rows
    .filter((row) => !without.includes(row.id))
    .map((row) => ({
      value: row.id,
      label: row.title || words.untitled,
      detail: row.happenedOn === null ? undefined : dayText(row.happenedOn),
    }));
}
