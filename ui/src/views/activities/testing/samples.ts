import type {
  Activity,
  ActivityRow,
  ActivityVersion,
  ActivityView,
  Confirmation,
  DayStanding,
  WeekView,
} from "../../../backend/contract";

/** An hour of study about which nothing more is known. */
export function activity(change: Partial<Activity> = {}): Activity {
  return {
    id: "a1",
    title: "Lecture on wound care",
    doneOn: "2026-11-16",
    startedAt: "09:15:00",
    endedAt: "11:15:00",
    duration: 120,
    offTheJob: 120,
    category: "theory",
    whatWasDone: "Listened, and dressed a model leg in pairs.",
    whatWasLearned: "Exudate tells more than colour does.",
    paid: "paid",
    compensation: "",
    deliveredBy: "Lecturer, foundations of practice",
    deliveredByKind: "provider",
    place: "campus",
    criteria: ["K3"],
    tags: ["theory_hours"],
    disagreement: null,
    state: "draft",
    createdAt: "2026-11-16T20:00:00Z",
    changedAt: "2026-11-16T20:00:00Z",
    deletedAt: null,
    ...change,
  };
}

/** An entry as lists show it. */
export function row(change: Partial<Activity> = {}): ActivityRow {
  const it = activity(change);
  return {
    activity: it,
    verdict:
      it.offTheJob === null
        ? {
            answer: "not_claimed",
            reason: "No off-the-job time is claimed: doing the job is not learning, so it starts empty.",
          }
        : { answer: "counts", reason: "It counts: it is teaching of theory." },
    reflections: [],
  };
}

/** Somebody's word. */
export function said(change: Partial<Confirmation> = {}): Confirmation {
  return {
    id: "c1",
    activityId: "a1",
    revision: 1,
    decision: "confirmed",
    name: "Hester Quillinan",
    role: "Skills tutor",
    decidedOn: "2026-11-17",
    comment: "",
    recordedAt: "2026-11-17T12:00:00Z",
    ...change,
  };
}

/** What an entry said at an earlier time. */
export function version(change: Partial<ActivityVersion> = {}): ActivityVersion {
  const { id: _i, state: _s, createdAt: _m, changedAt: _c, deletedAt: _g, disagreement: _d, ...content } = activity();
  return { revision: 1, keptAt: "2026-11-17T12:00:00Z", content, changes: [], ...change };
}

/** An entry with what hangs on it. */
export function view(change: Partial<ActivityView> = {}): ActivityView {
  return {
    row: row(),
    files: [],
    unusualCriteria: [],
    versions: [],
    confirmations: [],
    theory: [],
    questions: [],
    ...change,
  };
}

const noTotals = { claimed: 0, confirmed: 0, excluded: 0, disputed: 0, toCome: 0 };

/** The week of Thursday 19 November 2026 with these entries in it. */
export function week(rows: readonly ActivityRow[], change: Partial<WeekView> = {}): WeekView {
  const claimed = rows.reduce((sum, one) => sum + (one.activity.offTheJob ?? 0), 0);
  const days = [16, 17, 18, 19, 20, 21, 22].map((number) => {
    const day = `2026-11-${number}`;
    const own = rows.filter((one) => one.activity.doneOn === day);
    const time = own.reduce((sum, one) => sum + (one.activity.offTheJob ?? 0), 0);
    const standing: DayStanding = "training";
    return { day, standing, rows: own, totals: { ...noTotals, claimed: time } };
  });
  return {
    firstDay: "2026-11-16",
    days,
    today: "2026-11-19",
    totals: { ...noTotals, claimed },
    byTag: [],
    pace: 360,
    ...change,
  };
}
