import type { Backend, Host, Step } from "./backend";
import type { Commands, Evidence, Failure, Form, Tag, Unfinished } from "./contract";

/** What a test answers for each command it expects. */
export type Handlers = {
  [K in keyof Commands]?: (
    request: Commands[K]["request"],
  ) => Commands[K]["response"] | Promise<Commands[K]["response"]>;
};

/** One call that reached the backend, in order. */
export interface Call {
  name: keyof Commands;
  request: unknown;
}

/** A backend made of functions, for tests and the gallery. */
export interface MemoryBackend extends Backend {
  /** Every call so far. */
  readonly calls: Call[];
  /** Replaces or adds answers. */
  answer(handlers: Handlers): void;
  /** Says that something changed elsewhere, as the program does. */
  announce(changed: Tag[]): void;
}

const key = (form: Form, about: string | null): string => `${form} ${about ?? ""}`;

/** The form that a command is for: when it is done, nothing in that form is unfinished. */
const sendsOff: { [K in keyof Commands]?: (request: Commands[K]["request"]) => string } = {
  save_programme: () => key("programme", null),
  save_activity: ({ id }) => key("activity", id),
  record_confirmation: ({ activityId }) => key("confirmation", activityId),
  confirm_activities: () => key("confirmations", null),
  save_recurrence: ({ id }) => key("recurrence", id),
  log_timer: () => key("timer", null),
  discard_timer: () => key("timer", null),
  save_theory: ({ id }) => key("theory", id),
  link_theory: ({ id, reflectionId }) =>
    id === null ? key("new_link", reflectionId) : key("theory_link", id),
  save_model: ({ id }) => key("model", id),
};

/** The boxes that a command is for, where it is for some of a form. */
const sendsBoxes: {
  [K in keyof Commands]?: {
    form: Form;
    took: (request: Commands[K]["request"], box: string) => boolean;
  };
} = {
  answer_recurrence: {
    form: "due",
    took: ({ recurrenceId, dueOn }, box) => box === `${recurrenceId}-${dueOn}`,
  },
  copy_week: {
    form: "copy_week",
    took: ({ entries }, box) => entries.some(({ from }) => from === box.split(".")[0]),
  },
};

/** Takes boxes that took effect out of their form. */
function takeOut(kept: Map<string, Unfinished>, form: Form, took: (box: string) => boolean): void {
  const found = kept.get(key(form, null));
  if (!found) return;
  const fields = found.fields.filter(({ name }) => !took(name));
  if (fields.length === 0) kept.delete(key(form, null));
  else kept.set(key(form, null), { ...found, fields });
}

/** Forms that were not sent off, kept as the program keeps them: every form of the interface asks for its own. */
function keptForms(kept: Map<string, Unfinished>): Handlers {
  return {
    unfinished: ({ form, about }) => kept.get(key(form, about)) ?? null,
    save_unfinished: ({ form, about, fields }) => {
      const changedAt = new Date().toISOString();
      if (fields.length === 0) kept.delete(key(form, about));
      else kept.set(key(form, about), { form, about, fields, changedAt });
      return { savedAt: changedAt };
    },
    discard_unfinished: ({ form, about }) => {
      kept.delete(key(form, about));
      return {};
    },
  };
}

/** Answers commands from `handlers`, and keeps forms until they are sent off; another command is refused by name. */
export function memoryBackend(handlers: Handlers = {}): MemoryBackend {
  const kept = new Map<string, Unfinished>();
  const answers: Handlers = { ...keptForms(kept), ...handlers };
  const listeners = new Set<(changed: Tag[]) => void>();
  const calls: Call[] = [];
  return {
    calls,
    async call(name, request) {
      calls.push({ name, request });
      const handler = answers[name];
      if (!handler) throw new Error(`nothing answers ${name} in this test`);
      const answer = await handler(request);
      const form = sendsOff[name]?.(request);
      if (form !== undefined) kept.delete(form);
      const boxes = sendsBoxes[name];
      if (boxes) takeOut(kept, boxes.form, (box) => boxes.took(request, box));
      return answer;
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    answer(more) {
      Object.assign(answers, more);
    },
    announce(changed) {
      for (const listener of listeners) listener(changed);
    },
  };
}

/** What a test can let the window say. */
interface Said {
  closing: undefined;
  menu: string;
  asked: undefined;
  picture: Evidence;
  workFile: Evidence;
  imported: undefined;
  cited: undefined;
  styled: undefined;
  offered: undefined;
  failed: Failure;
  progress: Step;
}

/** A window for tests. */
export interface MemoryHost extends Host {
  /** Lets the window say something: `say("menu", "go-hours")`. */
  say<K extends keyof Said>(what: K, payload: Said[K]): void;
}

/** A window that exists only in memory. */
export function memoryHost(): MemoryHost {
  const listeners = new Map<keyof Said, Set<(payload: never) => void>>();
  const on =
    <K extends keyof Said>(what: K) =>
    (listener: (payload: Said[K]) => void): (() => void) => {
      const all = listeners.get(what) ?? new Set();
      listeners.set(what, all);
      all.add(listener);
      return () => all.delete(listener);
    };
  return {
    closing: on("closing"),
    menu: on("menu"),
    asked: on("asked"),
    picture: on("picture"),
    workFile: on("workFile"),
    imported: on("imported"),
    cited: on("cited"),
    styled: on("styled"),
    offered: on("offered"),
    failed: on("failed"),
    progress: on("progress"),
    say(what, payload) {
      for (const listener of listeners.get(what) ?? []) listener(payload as never);
    },
  };
}
