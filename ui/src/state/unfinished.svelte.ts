import { untrack } from "svelte";
import type { Form, TypedField, Unfinished as Kept } from "../backend/contract";
import { provideKeeper, type Keeper, type TypedBox } from "../components/keeping.svelte";
import { text } from "../text/en-GB";
import { sentence } from "../text/failures";
import { Draft, drafts, type SaveStatus } from "./draft.svelte";
import { command, query, type Query } from "./query.svelte";
import { toasts } from "./toast.svelte";

/** Which form it is, and how its boxes are known. */
export interface UnfinishedOptions {
  form: Form;
  /** Id of what it is about; nothing where there is one such form, and for a new thing. */
  about?: string | null;
  /** What stands before the names of its boxes in their ids, such as `activity-`. */
  ids: string;
  /**
   * Whether sending it makes something new. Then all of its boxes are kept together, with whatever stood in
   * them to begin with: a day that was today is no longer today tomorrow. Else only what differs from the
   * thing is kept, so that it follows where the thing changes.
   */
  makes: boolean;
  /**
   * Names of boxes that begin with something to the point, such as a passage that was selected. Where nobody
   * typed there before, it stays.
   */
  offers?: readonly string[];
}

/** What becomes of the boxes when a form took effect. */
export interface SendOptions {
  /** Whether every box that still holds what was sent is emptied for the next thing. */
  clear?: boolean;
  /** Names of boxes that stay as they are nevertheless. */
  but?: readonly string[];
}

type Fields = readonly TypedField[];
const NOTHING: Fields = [];
/** Stands for what the portfolio holds where that cannot be told: nothing equals it. */
const UNKNOWN: Fields = [{ name: "", text: "unknown", before: "" }];

/** Forms that were left while their last words could not be written, by form and what it is about. */
const unsaved = new Map<string, Draft<Fields>>();

/** Whether two states of a form say the same. Boxes in which nothing was typed say nothing. */
function same(a: Fields, b: Fields): boolean {
  if (a === b) return true;
  const said = (fields: Fields): Map<string, string> =>
    new Map(fields.filter((field) => field.text !== field.before).map((field) => [field.name, field.text]));
  const [one, other] = [said(a), said(b)];
  return one.size === other.size && [...one].every(([name, typed]) => other.get(name) === typed);
}

/**
 * What is typed into one form, kept in the portfolio as it is typed until the form is sent off.
 *
 * Every box in the form makes itself known (see `keeping.svelte.ts`), so a form cannot forget one. A form
 * shows its boxes once this is ready; what was left here before is put into each as it appears.
 */
export class Unfinished implements Keeper {
  readonly ids: string;
  readonly #options: Required<UnfinishedOptions>;
  readonly #answer: Query<Kept | null>;
  #draft = $state.raw<Draft<Fields>>();
  #boxes = $state.raw<readonly TypedBox[]>([]);
  /** Counts what changes the starts of boxes, which are not followed by themselves. */
  #turn = $state(0);
  #fresh = $state(false);
  #failure = $state.raw<unknown>();
  /** What was found here, as long as it is all there is. */
  #found = $state.raw<Kept>();
  #outdated = $state(false);
  /** What stands in every box there has been, in the order of the form. */
  readonly #texts = new Map<string, string>();
  /** What a box holds when nothing in it is unfinished. */
  readonly #starts = new Map<string, string>();
  /** What a box held when it was first seen here: what it goes back to. */
  readonly #firsts = new Map<string, string>();
  /** What is still to be put into a box that has not been seen yet. */
  readonly #waiting = new Map<string, TypedField>();
  /** How often something was written from here. */
  #writes = 0;

  constructor(options: UnfinishedOptions) {
    this.ids = options.ids;
    this.#options = { about: null, offers: [], ...options };
    const { form, about } = this.#options;
    this.#answer = query("unfinished", () => ({ form, about }));
    void this.#ask();
    $effect(() => {
      const answer = this.#answer.data;
      if (!this.#fresh || this.#answer.loading || answer === undefined) return;
      untrack(() => {
        if (this.#draft) this.#follow(answer);
        else this.#begin(answer);
      });
    });
    $effect(() => {
      const draft = this.#draft;
      if (!draft) return;
      void this.#turn;
      const fields = this.#read();
      untrack(() => (draft.value = fields));
    });
    $effect(() => () => void this.#leave());
  }

  /** Whether it is known what was left here, and the boxes can be shown. */
  get ready(): boolean {
    return this.#draft !== undefined;
  }

  /** Why that cannot be known. */
  get failure(): unknown {
    return this.ready ? undefined : this.#failure;
  }

  /** Whether something here is not in use. */
  get typed(): boolean {
    return (this.#draft?.value.length ?? 0) > 0;
  }

  /** When what stands here was left, as long as nothing was typed since. */
  get since(): string | undefined {
    const found = this.#found;
    return found && this.#draft && same(this.#draft.value, found.fields) ? found.changedAt : undefined;
  }

  /** Whether the thing was changed after somebody began to type here. */
  get outdated(): boolean {
    return this.#outdated && this.typed;
  }

  /** Whether something was typed that this form has no box for: a fuller form of the same thing has it. */
  get more(): boolean {
    const shown = new Set(this.#boxes.map(({ name }) => name));
    return (this.#draft?.value ?? NOTHING).some(
      ({ name, text: typed, before }) => !shown.has(name) && typed !== before,
    );
  }

  /** What can be said truthfully about the keeping itself. */
  get status(): SaveStatus {
    return this.#draft?.status ?? { kind: "idle" };
  }

  /** Takes a box into account. */
  add(box: TypedBox): () => void {
    // A form may answer for a box that is not always on screen: then there are two of one name, which say the
    // same.
    this.#boxes = [...this.#boxes, box];
    this.#meet(box);
    return () => {
      this.#boxes = untrack(() => this.#boxes).filter((other) => other !== box);
    };
  }

  /**
   * Sends the form off: `work` runs the command it is for, which forgets what was kept here in the moment
   * in which it takes effect. What was typed meanwhile is unfinished anew. If `work` fails, all stays.
   */
  async send<T>(work: () => Promise<T>, options: SendOptions = {}): Promise<T> {
    await this.#draft?.flush();
    untrack(() => this.#read());
    const [sent, writes] = [new Map(this.#texts), this.#writes];
    const answer = await work();
    this.#done(sent, this.#writes === writes ? NOTHING : UNKNOWN, options);
    return answer;
  }

  /** What stands in the form is in use by other means: nothing here is unfinished. */
  settle(): void {
    untrack(() => this.#read());
    this.#done(new Map(this.#texts), this.#draft?.value ?? NOTHING, {});
  }

  #done(sent: ReadonlyMap<string, string>, stored: Fields, { clear = false, but = [] }: SendOptions): void {
    untrack(() => {
      this.#found = undefined;
      this.#outdated = false;
      this.#waiting.clear();
      this.#draft?.adopt(stored);
      for (const name of [...this.#texts.keys()]) {
        const box = this.#boxes.find((other) => other.name === name);
        const was = sent.get(name);
        if (!box) {
          this.#texts.delete(name);
          this.#starts.delete(name);
        } else if (!clear || but.includes(name)) {
          if (was !== undefined) this.#starts.set(name, was);
        } else {
          const first = this.#firsts.get(name) ?? "";
          this.#starts.set(name, first);
          if (box.read() === was) this.#reset(box, first);
        }
      }
      this.#turn += 1;
    });
  }

  /** Throws away what was typed, and offers to take that back. */
  async discard(): Promise<void> {
    const { form, about } = this.#options;
    const draft = this.#draft;
    if (!draft) return;
    try {
      await draft.flush();
      const fields = draft.value;
      await command("discard_unfinished", { form, about });
      this.#clear();
      toasts.show(text.unfinished.discarded, {
        action: { label: text.toast.undo, run: () => this.#takeBack(fields) },
      });
    } catch (failure) {
      toasts.show(sentence(failure));
    }
  }

  // -- Beginning and ending -----------------------------------------------------------------------

  /** Asks once more what was left here. */
  again(): void {
    void this.#ask();
  }

  // What was answered at an earlier visit may be older than the last words typed there.
  async #ask(): Promise<void> {
    await drafts.flush();
    await this.#answer.refresh();
    this.#failure = this.#answer.failure;
    this.#fresh = this.#failure === undefined;
  }

  #begin(kept: Kept | null): void {
    const { form, about } = this.#options;
    const draft = new Draft<Fields>({
      initial: kept?.fields ?? NOTHING,
      same,
      save: (fields) => {
        this.#writes += 1;
        return command("save_unfinished", { form, about, fields: [...fields] });
      },
    });
    const left = unsaved.get(this.#key);
    unsaved.delete(this.#key);
    if (left?.dirty) {
      // The words that could not be written go on living here, and only here.
      draft.value = left.value;
      left.adopt(left.value);
      void left.dispose();
    }
    this.#wait(draft.value);
    if (kept && !draft.dirty) this.#found = kept;
    this.#draft = draft;
    for (const box of this.#boxes) this.#meet(box);
  }

  /** What stands here was changed elsewhere: discarding it was taken back. Boxes that hold words keep them. */
  #follow(kept: Kept | null): void {
    if (!kept) return;
    const untouched = kept.fields.filter(
      ({ name, text: typed }) =>
        this.#texts.get(name) === this.#starts.get(name) && this.#texts.get(name) !== typed,
    );
    if (untouched.length === 0) return;
    this.#wait(untouched);
    for (const box of this.#boxes) this.#fill(box);
    this.#found = kept;
    this.#turn += 1;
  }

  async #leave(): Promise<void> {
    const draft = this.#draft;
    if (!draft) return;
    await draft.dispose();
    if (draft.dirty) unsaved.set(this.#key, draft);
  }

  async #takeBack(fields: Fields): Promise<void> {
    const { form, about } = this.#options;
    try {
      // Where the form is open, it follows; where it is not, this is what it finds. What was typed there
      // since stays.
      await drafts.flush();
      const since = (await command("unfinished", { form, about }))?.fields ?? NOTHING;
      const names = new Set(since.map(({ name }) => name));
      const both = [...since, ...fields.filter(({ name }) => !names.has(name))];
      await command("save_unfinished", { form, about, fields: both });
      await this.#answer.refresh();
    } catch (failure) {
      toasts.show(sentence(failure));
    }
  }

  get #key(): string {
    return `${this.#options.form} ${this.#options.about ?? ""}`;
  }

  // -- Boxes --------------------------------------------------------------------------------------

  /** Notes what is to be put into boxes, also into those that are not there yet. */
  #wait(fields: Fields): void {
    for (const field of fields) {
      this.#waiting.set(field.name, field);
      this.#texts.set(field.name, field.text);
      this.#starts.set(field.name, field.before);
    }
  }

  /** A box appeared. */
  #meet(box: TypedBox): void {
    if (!this.#draft) return;
    const { name } = box;
    const now = box.read();
    if (this.#firsts.has(name)) {
      // It was here before: what it held then may have gone with it.
      const held = this.#texts.get(name);
      if (held !== undefined && held !== now) box.write(held);
      return;
    }
    this.#firsts.set(name, now);
    let kept = this.#waiting.get(name);
    if (kept?.text === kept?.before && now !== "" && this.#options.offers.includes(name)) {
      this.#waiting.delete(name);
      kept = undefined;
    }
    if (!kept || !this.#options.makes) {
      if (kept && kept.before !== now) this.#outdated = true;
      this.#starts.set(name, now);
    }
    this.#fill(box);
  }

  /** Puts into a box what waits for it. */
  #fill(box: TypedBox): void {
    const kept = this.#waiting.get(box.name);
    if (!kept) return;
    this.#waiting.delete(box.name);
    if (box.read() !== kept.text) box.write(kept.text);
  }

  /** What stands in the form, as far as it is not in use. */
  #read(): Fields {
    for (const box of this.#boxes) {
      if (!this.#waiting.has(box.name)) this.#texts.set(box.name, box.read());
    }
    const all = [...this.#texts].map(([name, typed]) => ({
      name,
      text: typed,
      before: this.#starts.get(name) ?? "",
    }));
    const changed = all.filter((field) => field.text !== field.before);
    if (changed.length === 0) return NOTHING;
    return this.#options.makes ? all : changed;
  }

  /** Puts every box back to what it held at first. */
  #clear(): void {
    untrack(() => {
      this.#found = undefined;
      this.#outdated = false;
      this.#waiting.clear();
      this.#draft?.adopt(NOTHING);
      for (const name of [...this.#texts.keys()]) {
        const box = this.#boxes.find((other) => other.name === name);
        const first = this.#firsts.get(name);
        if (!box || first === undefined) {
          this.#texts.delete(name);
          this.#starts.delete(name);
          continue;
        }
        this.#starts.set(name, first);
        this.#reset(box, first);
      }
      this.#turn += 1;
    });
  }

  /** Puts a text into a box and notes it: one box may take another off the screen before it is read again. */
  #reset(box: TypedBox, to: string): void {
    this.#texts.set(box.name, to);
    if (box.read() !== to) box.write(to);
  }
}

/** Keeps what is typed into the form that is being set up. */
export function unfinished(options: UnfinishedOptions): Unfinished {
  const kept = new Unfinished(options);
  provideKeeper(kept);
  return kept;
}
