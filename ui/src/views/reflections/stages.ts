import type {
  Identifier,
  ModelView,
  OwnStage,
  Reflection,
  SaveReflection,
  StageText,
} from "../../backend/contract";

/** A stage as the writing room shows it. */
export interface Stage {
  /** Tells stages apart on the page; two texts may share a key after an import. */
  id: string;
  key: string;
  heading: string;
  /** The model's question; empty where the present model lacks the stage. */
  prompt: string;
  /** Whether the present model has it. */
  inModel: boolean;
  text: string;
  words: number;
  /** Where its text stands among the texts of the account; nothing while it has none. */
  at: number | undefined;
}

const wordlike = /[\p{Alphabetic}\p{N}]/u;

/** A picture with its description, or the address of a link. */
const noProse = /(?:!\[(?:\\[\s\S]|[^\]\\])*)?\]\([^)\s]*(?:\s+"[^"]*")?\)/g;

/**
 * Words of prose in a Markdown text, counted as the program does: dashes and bars alone are none, nor are
 * addresses and what describes a picture.
 */
export function countWords(text: string): number {
  let count = 0;
  for (const [word] of text.replace(noProse, "").matchAll(/\S+/g)) if (wordlike.test(word)) count += 1;
  return count;
}

/**
 * Lays texts out along a model: the model's stages in their order, then whatever else says
 * something. `kept` names stages that stay although they are empty by now, so that a box never
 * goes away under the person who has just emptied it.
 */
export function arrange(
  model: readonly OwnStage[],
  texts: readonly StageText[],
  kept: ReadonlySet<string> = new Set(),
): Stage[] {
  const taken = new Set<number>();
  const stages = model.map((stage): Stage => {
    const found = texts.findIndex((text, index) => text.key === stage.key && !taken.has(index));
    if (found >= 0) taken.add(found);
    const text = texts[found]?.text ?? "";
    return {
      id: stage.key,
      key: stage.key,
      heading: stage.name,
      prompt: stage.prompt,
      inModel: true,
      text,
      words: countWords(text),
      at: found >= 0 ? found : undefined,
    };
  });
  texts.forEach((text, index) => {
    if (taken.has(index)) return;
    const id = leftId(text, index);
    if (text.text.trim() === "" && !kept.has(id)) return;
    stages.push({
      id,
      key: text.key,
      heading: text.heading,
      prompt: "",
      inModel: false,
      text: text.text,
      words: countWords(text.text),
      at: index,
    });
  });
  return stages;
}

const leftId = (text: StageText, index: number): string => `${text.key} ${index}`;

/** The texts with that of one stage replaced. */
export function withText(
  texts: readonly StageText[],
  stage: Pick<Stage, "key" | "heading" | "at">,
  text: string,
): StageText[] {
  if (stage.at === undefined) {
    return [...texts, { key: stage.key, heading: stage.heading, text }];
  }
  return texts.map((old, index) => (index === stage.at ? { ...old, text } : old));
}

/** One text behind another, with a blank line where both say something. */
const behind = (before: string, after: string): string =>
  before.trim() === "" || after.trim() === "" ? before + after : `${before.trimEnd()}\n\n${after}`;

/** A text that was moved behind another, and what takes it back. */
export interface Moved {
  /** The texts as they stand after it. */
  texts: StageText[];
  /** Takes it back, in the texts as they stand by then: whatever was written since stays. */
  back: (texts: readonly StageText[]) => StageText[];
}

/** Moves the text of one stage behind that of another. The one it leaves is empty then. */
export function moveText(
  texts: readonly StageText[],
  from: Pick<Stage, "key" | "heading" | "at">,
  to: Pick<Stage, "key" | "heading" | "at">,
): Moved {
  const said = (now: readonly StageText[], { at }: Pick<Stage, "at">): string =>
    at === undefined ? "" : (now[at]?.text ?? "");
  const [piece, before] = [said(texts, from), said(texts, to)];
  const after = behind(before, piece);
  return {
    texts: withText(withText(texts, to, after), from, ""),
    back(now) {
      const [source, target] = [placed(now, from), placed(now, to)];
      const there = said(now, target);
      const begins = there.lastIndexOf(piece);
      // Where the piece was changed since, it stays too: twice is better than lost.
      const rest =
        there === after
          ? before
          : begins < 0
            ? there
            : behind(there.slice(0, begins).trimEnd(), there.slice(begins + piece.length).trimStart());
      return withText(withText(now, target, rest), source, behind(piece, said(now, source)));
    },
  };
}

/** The same stage where it stands by now: what came from elsewhere may have other places. */
function placed<S extends Pick<Stage, "key" | "heading" | "at">>(texts: readonly StageText[], stage: S): S {
  const same = (text: StageText | undefined): boolean =>
    text?.key === stage.key && text.heading === stage.heading;
  if (stage.at !== undefined && same(texts[stage.at])) return stage;
  const at = texts.findIndex(same);
  return { ...stage, at: at < 0 ? undefined : at };
}

/**
 * Where a text that the present model has no stage for comes from: the model that was left a moment ago, or else
 * the one model that has such a stage, or all the stages that are left. Where several might be meant, or an own
 * model is gone, nothing is said.
 */
export function originOf(
  stage: Pick<Stage, "key" | "heading">,
  left: readonly Pick<Stage, "key" | "heading">[],
  models: readonly ModelView[],
  before?: string,
): string | undefined {
  const has = ({ stages }: ModelView, one: Pick<Stage, "key" | "heading">): boolean =>
    stages.some(({ key, name }) => key === one.key && name === one.heading);
  const having = models.filter((model) => has(model, stage));
  const all = having.filter((model) => left.every((one) => has(model, one)));
  const latest = having.find(({ id }) => id === before);
  const sure = latest ?? (having.length === 1 ? having[0] : all.length === 1 ? all[0] : undefined);
  return sure?.name;
}

/** What the draft holds of a stored account. */
export function saveOf(reflection: Reflection): SaveReflection {
  const { id, title, happenedOn, model, stages, state, module } = reflection;
  return { id, title, happenedOn, model, stages, state, module };
}

/** Whether nothing needs writing between two states of an account. */
export function sameAccount(a: SaveReflection, b: SaveReflection): boolean {
  return (
    a === b ||
    (a.title === b.title &&
      a.happenedOn === b.happenedOn &&
      a.model === b.model &&
      a.state === b.state &&
      a.module === b.module &&
      a.stages.length === b.stages.length &&
      a.stages.every((stage, index) => {
        const other = b.stages[index];
        return (
          stage === other ||
          (stage.key === other?.key && stage.heading === other.heading && stage.text === other.text)
        );
      }))
  );
}

/** The model with this id, also one that is no longer on offer. */
export function modelOf(
  id: string,
  offered: readonly ModelView[] | undefined,
  present: ModelView,
): ModelView {
  return id === present.id ? present : (offered?.find((model) => model.id === id) ?? present);
}

/** Where someone begins: the title if there is none, else the first stage without words. */
export function beginning(title: string, stages: readonly Stage[]): "title" | Stage | undefined {
  if (title.trim() === "") return "title";
  return stages.find((stage) => stage.words === 0);
}

/** Where something that was found stands now. */
export interface Place {
  /** The stage it stands in; nothing if that is the title. */
  stage: Stage | undefined;
  /** The very letters, if they are still there. */
  letters: { from: number; to: number } | undefined;
}

/**
 * Where a finding stands. It was made in the stored account: while somebody writes, its letters may
 * have moved, and then the nearest that are alike are meant; or they may be gone.
 */
export function placeOf(found: Identifier, title: string, stages: readonly Stage[]): Place {
  if (found.stageKey === null) return { stage: undefined, letters: lettersOf(found, title) };
  // An import may have brought two texts with one key: the one that has the letters is meant.
  const named = stages.filter(({ key }) => key === found.stageKey);
  for (const stage of named) {
    const letters = lettersOf(found, stage.text);
    if (letters) return { stage, letters };
  }
  return { stage: named[0], letters: undefined };
}

function lettersOf({ matched, start }: Identifier, text: string): Place["letters"] {
  let nearest = -1;
  for (let at = text.indexOf(matched); at >= 0; at = text.indexOf(matched, at + 1)) {
    if (nearest < 0 || Math.abs(at - start) < Math.abs(nearest - start)) nearest = at;
  }
  return matched === "" || nearest < 0 ? undefined : { from: nearest, to: nearest + matched.length };
}
