import type { ModelWork, TheoryId } from "../../backend/contract";
import type { Option } from "../../components/Combobox.svelte";
import { matching } from "../../components/fuzzy";
import { command } from "../../state/query.svelte";
import { theory as words } from "../../text/rooms/theory";

/*
 * The works that the models of reflection come from, as choices wherever a work is chosen: whoever writes with
 * Gibbs' cycle should not have to type in Gibbs first. Such a work enters the library together with what is said of it.
 */

/** What a choice of a work that is not in the library yet begins with; no work has such an identity. */
const MODEL = "model:";

/** The works that are not in the library yet, those that have every word typed. */
export function modelOffers(works: readonly ModelWork[], typed = ""): Option[] {
  const absent = works.filter(({ known }) => known === null);
  const said = ({ label, modelName, reference }: ModelWork): string =>
    `${label} ${modelName} ${reference.map(({ text }) => text).join("")}`;
  return matching(absent, typed, said).map(({ model, modelName, label }) => ({
    value: MODEL + model,
    label,
    detail: words.models.offered(modelName),
  }));
}

/** The work that a choice is, which is added if it is one of these. */
export async function inLibrary(choice: string): Promise<TheoryId> {
  if (!choice.startsWith(MODEL)) return choice;
  const model = choice.slice(MODEL.length);
  await command("add_model_works", { models: [model] });
  const { works } = await command("model_works", {});
  return works.find((work) => work.model === model)?.known ?? choice;
}
