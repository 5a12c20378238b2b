import type { ReflectionState, ReflectionView, SaveReflection } from "../../backend/contract";
import { Draft } from "../../state/draft.svelte";
import { command } from "../../state/query.svelte";
import { sentence } from "../../text/failures";
import { reflections as words } from "../../text/rooms/reflections";
import { arrange, moveText, sameAccount, saveOf, withText, type Stage } from "./stages";

/** Accounts that were left while their last words could not be written, by id. */
const unsaved = new Map<string, Draft<SaveReflection>>();

/** One account while it is being written: a single draft holds title, texts and all the rest. */
export class Writing {
  readonly draft: Draft<SaveReflection>;
  #revision: number;
  #kept = $state.raw<ReadonlySet<string>>(new Set());
  #before = $state.raw<string>();

  constructor(view: ReflectionView) {
    const stored = saveOf(view.reflection);
    this.#revision = view.reflection.revision;
    this.draft = new Draft<SaveReflection>({
      initial: stored,
      same: sameAccount,
      save: (account) => this.#save(account),
    });
    const left = unsaved.get(stored.id);
    if (left?.dirty) {
      // The words that could not be written go on living here, and only here.
      this.draft.value = left.value;
      left.adopt(left.value);
      void left.dispose();
    }
    unsaved.delete(stored.id);
  }

  /** The account as it stands. */
  get now(): SaveReflection {
    return this.draft.value;
  }

  /** The model that was left last while it was open. */
  get before(): string | undefined {
    return this.#before;
  }

  /** Its stages along a model. */
  stages(model: ReflectionView["model"]): Stage[] {
    return arrange(model.stages, this.now.stages, this.#kept);
  }

  /** Changes the account. */
  change(change: Partial<Omit<SaveReflection, "id">>): void {
    this.draft.value = { ...this.draft.value, ...change };
  }

  /** Says what a stage says now. */
  write(stage: Stage, text: string): void {
    if (!stage.inModel) this.#kept = new Set([...this.#kept, stage.id]);
    this.change({ stages: withText(this.now.stages, stage, text) });
  }

  /**
   * Moves what stands under an earlier name into a stage of the model. Both texts are stored as they were
   * first, so that the account's history has them. Answers with what takes it back, or nothing if it did not.
   */
  async move(from: Stage, to: Stage): Promise<(() => void) | undefined> {
    if (!(await this.draft.flush())) return undefined;
    const moved = moveText(this.now.stages, from, to);
    this.#kept = new Set([...this.#kept].filter((id) => id !== from.id));
    this.change({ stages: moved.texts });
    void this.draft.flush();
    return () => {
      this.change({ stages: moved.back(this.now.stages) });
      void this.draft.flush();
    };
  }

  /**
   * Sets the title. A finished account cannot be without one: emptied, it becomes a draft again, so
   * that its words go on being saved. Says whether that happened.
   */
  call(title: string): boolean {
    const reopened = this.now.state === "finished" && title.trim() === "";
    this.change({ title, ...(reopened ? { state: "draft" } : {}) });
    return reopened;
  }

  /** Takes over what came from elsewhere; what this room has saved itself is no news to it. */
  follow(view: ReflectionView): void {
    if (view.reflection.revision <= this.#revision) return;
    this.#revision = view.reflection.revision;
    this.draft.adopt(saveOf(view.reflection));
  }

  /** Goes over to another model once everything is stored. Says whether it did. */
  async useModel(id: string): Promise<boolean> {
    if (!(await this.draft.flush())) return false;
    this.#before = this.now.model;
    this.change({ model: id });
    return this.draft.flush();
  }

  /**
   * Marks the account as finished or as a draft. It is written apart from the draft: were it refused,
   * the words of the draft would be refused with it. Answers with the reason if it was.
   */
  async mark(state: ReflectionState): Promise<string | undefined> {
    if (!(await this.draft.flush())) return words.room.notYet;
    const asked = { ...this.now, state };
    try {
      await this.#save(asked);
    } catch (failure) {
      return sentence(failure);
    }
    this.draft.adopt(asked);
    if (this.now.state !== state) this.change({ state });
    return undefined;
  }

  /** Lets go of the account after a last write. */
  async leave(): Promise<void> {
    await this.draft.dispose();
    if (this.draft.dirty) unsaved.set(this.now.id, this.draft);
  }

  async #save(account: SaveReflection): Promise<void> {
    const { revision } = await command("save_reflection", account);
    this.#revision = Math.max(this.#revision, revision);
  }
}
