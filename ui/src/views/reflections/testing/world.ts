import { installBackend } from "../../../backend";
import type {
  Identifier,
  Reflection,
  ReflectionRow,
  ReflectionView,
  TheoryLinkView,
} from "../../../backend/contract";
import {
  memoryBackend,
  memoryHost,
  type Handlers,
  type MemoryBackend,
  type MemoryHost,
} from "../../../backend/memory";
import { view as activityView } from "../../activities/testing/samples";
import { resetQueries } from "../../../state/query.svelte";
import { arrange } from "../stages";
import { driscoll, gibbs, nightShift, reflection, skillsDay, works } from "./samples";

/** A program in memory that keeps one account and answers as the real one does. */
export interface World {
  readonly backend: MemoryBackend;
  readonly host: MemoryHost;
  /** The account as it is stored. */
  stored: Reflection;
  links: TheoryLinkView[];
  /** Links that were taken away. */
  binned: TheoryLinkView[];
  activityIds: string[];
  found: Identifier[];
}

const models = [gibbs, driscoll];

/** Installs a program with one account in it. */
export function world(change: Partial<Reflection> = {}, more: Handlers = {}): World {
  const host = memoryHost();
  const it: World = {
    backend: memoryBackend(),
    host,
    stored: reflection(change),
    links: [],
    binned: [],
    activityIds: [],
    found: [],
  };
  const view = (): ReflectionView => {
    const model = models.find(({ id }) => id === it.stored.model) ?? gibbs;
    const stages = arrange(model.stages, it.stored.stages);
    return {
      reflection: it.stored,
      model,
      stages: stages.map(({ key, heading, prompt, inModel, text, words }) => ({
        key,
        heading,
        prompt,
        inModel,
        text,
        words,
      })),
      theoryLinks: it.links,
      activities: [nightShift, skillsDay].filter((row) => it.activityIds.includes(row.activity.id)),
      words: stages.reduce((sum, stage) => sum + stage.words, 0),
    };
  };
  const gone = (passage: string): boolean =>
    passage !== "" && !it.stored.stages.some(({ text }) => text.includes(passage));
  it.backend.answer({
    reflection: view,
    models: () => ({ models }),
    list_theory: () => ({ rows: [...works], alike: [] }),
    model_works: () => ({ works: [] }),
    preview_theory: ({ title }) => ({ reference: [{ text: title, italic: true }], doubts: [] }),
    list_activities: () => ({
      rows: [nightShift, skillsDay],
      total: 2,
      totals: { claimed: 0, confirmed: 0, excluded: 0, disputed: 0, toCome: 0 },
      byTag: [],
    }),
    portfolio_status: () => ({ today: "2026-11-23" }) as never,
    activity: ({ id }) => activityView({ row: id === nightShift.activity.id ? nightShift : skillsDay }),
    list_evidence: () => ({ files: [] }),
    likely_identifiers: () => ({ found: it.found }),
    save_reflection: ({ id: _, ...account }) => {
      if (account.state === "finished" && account.title.trim() === "") {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- commands reject with a Failure
        throw {
          code: "invalid",
          problems: [{ field: "title", reason: "Give the reflection a title before you finish it." }],
        };
      }
      const revision = it.stored.revision + 1;
      it.stored = { ...it.stored, ...account, title: account.title.trim(), revision };
      return { revision, savedAt: "2026-11-23T21:47:00Z", words: 0 };
    },
    link_theory: ({ id, ...link }) => {
      const made = { ...link, id: id ?? `l${it.links.length + 1}`, deletedAt: null };
      const work = works.find(({ theory }) => theory.id === link.theoryId);
      const shown = { link: made, label: work?.label ?? "", title: work?.theory.title ?? "", passageGone: gone(link.passage) };
      it.links = [...it.links.filter((other) => other.link.id !== made.id), shown];
      return made;
    },
    unlink_theory: ({ id }) => {
      it.binned = it.links.filter((other) => other.link.id === id);
      it.links = it.links.filter((other) => other.link.id !== id);
      return {};
    },
    drop_passage: ({ id }) => {
      const without = ({ link, ...rest }: TheoryLinkView): TheoryLinkView => ({
        ...rest,
        link: { ...link, passage: "" },
        passageGone: false,
      });
      it.links = it.links.map((shown) => (shown.link.id === id ? without(shown) : shown));
      return {};
    },
    link_activity: ({ activityId }) => {
      it.activityIds = [...it.activityIds, activityId];
      return {};
    },
    unlink_activity: ({ activityId }) => {
      it.activityIds = it.activityIds.filter((other) => other !== activityId);
      return {};
    },
    render_markdown: ({ markdown }) => ({
      html: `<p>${markdown.replace(/</g, "&lt;")}</p>`,
      words: 0,
    }),
    render_references: ({ texts }) => ({
      html: texts.some((text) => text.includes("[@"))
        ? '<ul class="references"><li>Gibbs, G. (1988) <em>Learning by doing</em>.</li></ul>'
        : "",
    }),
    move_to_bin: () => ({ title: it.stored.title, note: "" }),
    restore_from_bin: ({ kind }) => {
      if (kind === "theoryLink") it.links = [...it.links, ...it.binned.splice(0)];
      return { title: it.stored.title, note: "" };
    },
    ...more,
  });
  installBackend(it.backend, host);
  resetQueries();
  return it;
}

/** Installs a program whose list holds these rows. */
export function listWorld(rows: readonly ReflectionRow[], more: Handlers = {}): MemoryBackend {
  const backend = memoryBackend({
    list_reflections: ({ text, state, offset, limit }) => {
      const wanted = rows.filter(
        (row) =>
          row.title.toLowerCase().includes(text.toLowerCase()) &&
          (state === null || row.state === state),
      );
      return { rows: wanted.slice(offset, offset + limit), total: wanted.length };
    },
    models: () => ({ models }),
    list_theory: () => ({ rows: [...works], alike: [] }),
    create_reflection: () => ({ reflectionId: "new1", activityId: null }),
    ...more,
  });
  installBackend(backend);
  resetQueries();
  return backend;
}
