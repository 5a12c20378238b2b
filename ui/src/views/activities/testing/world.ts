import { installBackend } from "../../../backend";
import type { ActivityRow } from "../../../backend/contract";
import { memoryBackend, type Handlers, type MemoryBackend } from "../../../backend/memory";
import { resetQueries } from "../../../state/query.svelte";
import { readForTest } from "./reading";
import { row } from "./samples";

/** Today in these tests: a Thursday. */
export const TODAY = "2026-11-19";

/** Installs a program that answers what every part of the room asks, and `more`. */
export function world(more: Handlers = {}, rows: readonly ActivityRow[] = []): MemoryBackend {
  const backend = memoryBackend({
    portfolio_status: () => ({ today: TODAY, counts: { activities: rows.length } }) as never,
    confirmers: () => ({
      people: [
        { name: "Hester Quillinan", role: "Skills tutor" },
        { name: "Tobias Ollerenshaw", role: "" },
      ],
    }),
    read_duration: ({ text }) => readForTest(text),
    check_entry: () => ({ verdict: null, remarks: [], problems: [] }),
    timer: () => ({ timer: null, measured: null }),
    due_entries: () => ({ entries: [], total: 0 }),
    propose_week: () => ({ firstDay: "2026-11-16", proposals: [] }),
    list_recurrences: () => ({ rows: [] }),
    list_evidence: () => ({ files: [] }),
    save_activity: ({ id, ...entry }) => row({ ...entry, id: id ?? "new1" }),
    confirm_activities: ({ activityIds }) => ({ count: activityIds.length }),
    submit_activities: ({ activityIds }) => ({ count: activityIds.length }),
    ...more,
  });
  installBackend(backend);
  resetQueries();
  return backend;
}

/** Requests of one command so far, in order. */
export function asked(backend: MemoryBackend, name: string): unknown[] {
  return backend.calls.filter((call) => call.name === name).map((call) => call.request);
}
