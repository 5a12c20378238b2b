// Generated from the Rust contract; a test fails when it is out of date. Do not edit:
// run `UPDATE=1 cargo test -p aftershift-tests contract`.

/** Agrees to proposals. */
export type AcceptImport = {
  /** Of which file. */
  id: string,
  /** Which. */
  entries: Array<AcceptedProposal>, };

/** Agrees to works. */
export type AcceptLibrary = {
  /** Of which file. */
  id: string,
  /** Which. */
  works: Array<AcceptedWork>, };

/** A proposal that is agreed to. */
export type AcceptedProposal = {
  /** Its place in the list of proposals. */
  index: number,
  /** What kind it was. */
  category: Category | null,
  /** Whether its time is claimed as off-the-job learning. */
  claim: boolean, };

/** A work that is agreed to. */
export type AcceptedWork = {
  /** Its place in the list. */
  index: number,
  /** Whether it fills in what is empty in the work that it repeats, instead of becoming another one. */
  merge: boolean, };

/**
 * Something that was done: a shift, a lesson, an hour of study. One table serves both the account of
 * practice and the off-the-job log.
 */
export type Activity = {
  /** Identity. */
  id: ActivityId,
  /** A few words. */
  title: string,
  /** The day it began; a night shift belongs to that day. */
  doneOn: string,
  /** When it began, if that was noted. */
  startedAt: string | null,
  /** When it ended; earlier than the beginning when midnight lies between. */
  endedAt: string | null,
  /** How long the activity itself took. */
  duration: Minutes | null,
  /** Off-the-job time claimed. `None` until the learner claims it: doing the job is not learning. */
  offTheJob: Minutes | null,
  /** What kind of activity it was. */
  category: Category | null,
  /** What was done, as Markdown. */
  whatWasDone: string,
  /** What was newly learned. */
  whatWasLearned: string,
  /** Whether the time was paid. */
  paid: PaidTime,
  /** How and when time outside paid hours was given back. */
  compensation: string,
  /** Name or role of whoever delivered it. */
  deliveredBy: string,
  /** What kind of organisation delivered it. */
  deliveredByKind: DeliveredBy,
  /** Where it took place. */
  place: Place,
  /** Criterion codes as typed, such as `K3`. */
  criteria: Array<string>,
  /** Further totals it belongs to. */
  tags: Array<ActivityTag>,
  /** What the learner holds against the answer of the rules. The answer stays as it is. */
  disagreement: Disagreement | null,
  /** How far it has come towards being confirmed. */
  state: ConfirmationState,
  /** When it was first recorded. */
  createdAt: string,
  /** When it last changed. */
  changedAt: string,
  /** When it was moved to the bin, if it was. */
  deletedAt: string | null, };

/** What an activity says: the part of it that a person enters, and that somebody else's word is about. */
export type ActivityContent = {
  /** A few words. */
  title: string,
  /** The day it began; a night shift belongs to that day. */
  doneOn: string,
  /** When it began, if that was noted. */
  startedAt: string | null,
  /** When it ended; earlier than the beginning when midnight lies between. */
  endedAt: string | null,
  /** How long the activity itself took. */
  duration: Minutes | null,
  /** Off-the-job time claimed. */
  offTheJob: Minutes | null,
  /** What kind of activity it was. */
  category: Category | null,
  /** What was done, as Markdown. */
  whatWasDone: string,
  /** What was newly learned. */
  whatWasLearned: string,
  /** Whether the time was paid. */
  paid: PaidTime,
  /** How and when time outside paid hours was given back. */
  compensation: string,
  /** Name or role of whoever delivered it. */
  deliveredBy: string,
  /** What kind of organisation delivered it. */
  deliveredByKind: DeliveredBy,
  /** Where it took place. */
  place: Place,
  /** Criterion codes, such as `K3`. */
  criteria: Array<string>,
  /** Further totals it belongs to. */
  tags: Array<ActivityTag>, };

/** An [activity](crate::activity::Activity). */
export type ActivityId = string;

/** That an account is about an activity. */
export type ActivityLink = {
  /** The account. */
  reflectionId: ReflectionId,
  /** What it is about. */
  activityId: ActivityId, };

/** A page of a list. */
export type ActivityPage = {
  /** The rows. */
  rows: Array<ActivityRow>,
  /** How many there are in all. */
  total: number,
  /** Totals over all of them, not only this page. */
  totals: Totals,
  /** Totals of their own over all of them, for tags that are used. */
  byTag: Array<TagTotal>, };

/** Names an activity. */
export type ActivityRef = {
  /** Which. */
  id: ActivityId, };

/** Names activities. */
export type ActivityRefs = {
  /** Which. */
  activityIds: Array<ActivityId>, };

/** An activity in a list. */
export type ActivityRow = {
  /** The activity. */
  activity: Activity,
  /** Whether its claimed time counts, and why. */
  verdict: Verdict,
  /** Reflections about it. */
  reflections: Array<ReflectionLabel>, };

/** Totals that some programmes keep beside off-the-job time; they are never merged with it. */
export type ActivityTag = "protected_learning_time" | "supernumerary" | "theory_hours" | "practice_hours";

/** What an activity said when somebody else was to rely on it. */
export type ActivityVersion = {
  /** Its number, from 1. */
  revision: number,
  /** When it was kept. */
  keptAt: string,
  /** What it said. */
  content: ActivityContent,
  /** How what it says now differs. */
  changes: Array<Change>, };

/** One activity with all that hangs on it. */
export type ActivityView = {
  /** The activity and whether it counts. */
  row: ActivityRow,
  /** Files that belong to it. */
  files: Array<Evidence>,
  /** Its criterion codes that have not the form of a code. */
  unusualCriteria: Array<string>,
  /** What it said when others spoke of it or were about to, newest first. */
  versions: Array<ActivityVersion>,
  /** What others said, newest first. */
  confirmations: Array<Confirmation>,
  /** What its reflections draw on, in the order of the reflections. */
  theory: Array<DrawnOn>,
  /**
   * The five questions that decide whether its time counts, with their answers; empty where no time
   * is claimed.
   */
  questions: Array<Asked>, };

/** A file to keep. */
export type AddEvidence = {
  /** Its name. */
  fileName: string,
  /** What it shows. */
  alternativeText: string,
  /** Its bytes in Base64. */
  base64: string, };

/** Adds works of built-in models. */
export type AddModelWorks = {
  /** Ids of the models. */
  models: Array<string>, };

/** Two entries that look like the same work. */
export type Alike = {
  /** The one that was recorded first. */
  first: TheoryId,
  /** The other. */
  second: TheoryId, };

/** Whether something counts. */
export type Answer = "counts" | "does_not_count" | "not_yet" | "ask_provider" | "not_claimed";

/** What became of a day on which something was due. */
export type AnswerRecurrence = {
  /** What recurs. */
  recurrenceId: RecurrenceId,
  /** The day. */
  dueOn: string,
  /** Whether it took place. */
  happened: boolean,
  /** Off-the-job time claimed; absent when none is. */
  offTheJob: Minutes | null,
  /** What was newly learned. */
  whatWasLearned: string,
  /** What is different from what was offered; absent when nothing is. */
  carried: CarriedOver | null, };

/** A question with its answer. */
export type Asked = {
  /** What is asked. */
  question: Question,
  /** The answer. */
  reply: Reply,
  /** Why, in one sentence. */
  because: string, };

/** Asks for a file to keep with an activity. */
export type AttachFile = {
  /** Which activity; absent for one that is still being typed. */
  activityId: ActivityId | null,
  /** What kind of evidence the file is. */
  kind: EvidenceKind, };

/** What a document is for: each kind says something else of itself, and has other parts. */
export type Audience = "provider" | "reflections" | "hours" | "review";

/** One check with its result. */
export type AuditCheck = {
  /** Which check. */
  code: CheckCode,
  /** What came of it. */
  result: Outcome,
  /** The same in one sentence, also when all is well. */
  text: string,
  /** What to do; empty when all is well. */
  advice: string,
  /** What it points at, earliest first, at most 200. */
  places: Array<AuditPlace>,
  /** How many there are in all. */
  total: number, };

/** One thing that a check points at. */
export type AuditPlace = {
  /** The entry with its day and time, or the stretch of time. */
  label: string,
  /** What there is to know of it; may be empty. */
  detail: string,
  /** Where it can be put right. */
  target: Target, };

/** All checks of the off-the-job log, as an auditor would make them. */
export type AuditView = {
  /** Today, as the portfolio sees it. */
  today: string,
  /** Every check, in order. */
  checks: Array<AuditCheck>,
  /** The figure to reach, if it is known. */
  required: Minutes | null,
  /** Totals up to today. */
  totals: Totals,
  /** Whole hours for the learner record. */
  figures: RecordFigures, };

/** One author of a work. */
export type Author = {
  /** Family name. */
  family: string,
  /** Given names or initials. */
  given: string, };

/** How much accounts lean on one author. */
export type AuthorUse = {
  /** `Benner, P.`, or an organisation. */
  author: string,
  /** How many accounts draw on a work of theirs. */
  accounts: number, };

/** Names a verified copy. */
export type BackupRef = {
  /** As given in the list. */
  id: string, };

/** A verified copy. */
export type BackupRow = {
  /** Opaque; names it to `restore_backup`. */
  id: string,
  /** When it was made. */
  madeAt: string,
  /** Its length in bytes. */
  bytes: number,
  /** Why it was made: `daily`, `asked`, `migration` or `restore`. */
  reason: string, };

/** The verified copies of this portfolio. */
export type Backups = {
  /** Newest first. */
  rows: Array<BackupRow>,
  /** Folder, for people to read. */
  folder: string, };

/** A stretch of the x axis that is marked, such as a break in learning. */
export type Band = {
  /** First day. */
  from: number,
  /** First day that no longer belongs to it. */
  to: number,
  /** What it is. */
  label: string, };

/** A bar. */
export type Bar = {
  /** What it stands for. */
  label: string,
  /** Its parts, one after the other. */
  parts: Array<BarPart>,
  /** The figure beside it: `180 h`. */
  said: string, };

/** What a style of bar means in a chart. */
export type BarKey = {
  /** The style. */
  style: BarStyle,
  /** What it means. */
  label: string, };

/** A part of a bar. */
export type BarPart = {
  /** How long it is. */
  time: Minutes,
  /** How it is drawn. */
  style: BarStyle, };

/** How a part of a bar is drawn, so that parts differ by more than their colour. */
export type BarStyle = "filled" | "hollow";

/** An activity that was written about without any theory. */
export type BareActivity = {
  /** The activity. */
  activity: MappedActivity,
  /** Its latest account: where theory is linked. */
  account: ReflectionId, };

/** A chart of bars. */
export type Bars = {
  /** The finding, as a sentence without a full stop. */
  title: string,
  /** What the chart shows, for people who cannot see it. */
  description: string,
  /** The length of the longest bar; never nothing. */
  longest: Minutes,
  /** What the styles mean. */
  key: Array<BarKey>,
  /** The bars, from top to bottom. */
  bars: Array<Bar>,
  /** The same numbers as a table. */
  table: PlotTable, };

/** What the bin holds. */
export type BinContents = {
  /** Newest first. */
  items: Array<BinItem>, };

/** Something in the bin. */
export type BinItem = {
  /** Its kind. */
  kind: BinKind,
  /** Its id. */
  id: string,
  /** Its title. */
  title: string,
  /** What it says, where a title does not say enough: the sentence of a link. May be empty. */
  detail: string,
  /** When it was moved there. */
  deletedAt: string, };

/** Names something that can lie in the bin. */
export type BinItemRef = {
  /** Its kind. */
  kind: BinKind,
  /** Its id. */
  id: string, };

/** What kind of thing lies in the bin. */
export type BinKind = "reflection" | "activity" | "recurrence" | "theory" | "theoryLink" | "evidence" | "model";

/** Something was moved into or out of the bin. */
export type Binned = {
  /** Its title. */
  title: string,
  /** What else to know about it, as a sentence; empty if nothing. */
  note: string, };

/** A calendar of learning. */
export type Calendar = {
  /** The finding, as a sentence without a full stop. */
  title: string,
  /** What the calendar shows, for people who cannot see it. */
  description: string,
  /** The most of any month; never nothing. */
  most: Minutes,
  /** The months without a gap, earliest first. */
  months: Array<CalendarMonth>,
  /**
   * What the boxes call the kinds of month that are among them, with what each means. Once is enough: a year
   * without learning does not say it twelve times.
   */
  key: Array<KeyEntry>,
  /** The same as a table. */
  table: PlotTable, };

/** A month of a calendar. */
export type CalendarMonth = {
  /** Its first day. */
  month: string,
  /** Claimed time that counts in it. */
  claimed: Minutes,
  /** What it was. */
  kind: MonthKind,
  /** Whether part of it, but not all, was a break. */
  partBreak: boolean,
  /** The month in words: `20 h`, `Break in learning`. */
  said: string,
  /** The same in the box of the month, where many stand beside each other: `20 h`, `Break`. */
  brief: string, };

/** What of a portfolio’s data travels inside a PDF. */
export type CarriedData = "nothing" | "printed" | "everything";

/** What holds from one time to the next, as the person left it. */
export type CarriedOver = {
  /** What kind of activity it was. */
  category: Category | null,
  /** Whether the time was paid. */
  paid: PaidTime,
  /** How and when time outside paid hours was given back. */
  compensation: string,
  /** Name or role of whoever delivered it. */
  deliveredBy: string,
  /** What kind of organisation delivered it. */
  deliveredByKind: DeliveredBy,
  /** Where it took place. */
  place: Place,
  /** Criterion codes as typed. */
  criteria: Array<string>,
  /** Further totals it belongs to. */
  tags: Array<ActivityTag>, };

/** What kind of activity it was. Codes that begin with `x_` never count as off-the-job learning. */
export type Category = "theory" | "simulation" | "manufacturer" | "practical" | "shadowing" | "mentoring" | "industry_visit" | "competition" | "conference" | "learning_support" | "assignment" | "self_study" | "placement" | "portfolio" | "mock_epa" | "mandatory_training" | "outside_hours" | "x_normal_work" | "x_english_maths" | "x_progress_review" | "x_exam" | "x_onboarding" | "x_not_in_standard" | "x_unpaid_time" | "x_break" | "x_prior";

/** Something that an activity says differently from before. */
export type Change = {
  /** Which part. */
  field: ContentField,
  /** What it said, in words; empty if nothing. */
  before: string,
  /** What it says, in words; empty if nothing. */
  after: string, };

/** How much is different since a moment. */
export type ChangedSince = {
  /** Accounts that were begun since. */
  newAccounts: number,
  /** Accounts that were there and are written differently. */
  changedAccounts: number,
  /** Activities that were added since. */
  newActivities: number,
  /** Activities that were there and say something else. */
  changedActivities: number,
  /** Accounts and activities that went to the bin since. */
  removed: number, };

/** A check, in the order in which they are shown. */
export type CheckCode = "overlap" | "long_day" | "future" | "before_start" | "after_planned_end" | "after_gateway" | "in_break" | "unusual_time" | "late" | "near_duplicate" | "no_learning" | "unconfirmed" | "idle" | "at_minimum" | "planned" | "excluded" | "disputed";

/** A place that a check found. */
export type CheckPlace = {
  /** What to call it. */
  label: string,
  /** Where it is. */
  target: Target,
  /** What can be moved to the bin here, if anything is likely not to be wanted any more. */
  bin: BinItemRef | null, };

/** Chooses how works are cited. */
export type ChooseCitationStyle = {
  /** The style. */
  chosen: StyleChoice, };

/** How works are cited, and how else they could be. */
export type CitationStyles = {
  /** The style in use. */
  chosen: StyleChoice,
  /** Those that can be chosen. One of the person's own is among them once it was added. */
  offers: Array<StyleOffer>, };

/** The three sets of rules in England, by original start date. */
export type Cohort = "A" | "B" | "C";

/** What a column of a timesheet holds. */
export type ColumnRole = "unused" | "date" | "start" | "end_date" | "end" | "took" | "took_hours" | "took_minutes" | "learning" | "title" | "kind" | "done" | "learned" | "delivered_by" | "place" | "criteria" | "note";

/** What someone other than the learner said of several activities. */
export type ConfirmActivities = {
  /** Of which. */
  activityIds: Array<ActivityId>,
  /** What they decided; `submitted` records that they were handed over. */
  decision: ConfirmationState,
  /** Who. */
  name: string,
  /** Their role. */
  role: string,
  /** When they said so. */
  decidedOn: string,
  /** What they added. */
  comment: string, };

/**
 * Someone's word about an activity, as the learner recorded it on this device. It is not a verified
 * signature and is never called one.
 */
export type Confirmation = {
  /** Identity. */
  id: ConfirmationId,
  /** Which activity. */
  activityId: ActivityId,
  /** Which [version](ActivityRevision) of it they spoke of; `None` where that was not noted. */
  revision: number | null,
  /** What they decided. */
  decision: ConfirmationState,
  /** Name of the person. */
  name: string,
  /** Their role, such as "practice assessor". */
  role: string,
  /** The day they said so. */
  decidedOn: string,
  /** What they added. */
  comment: string,
  /** When it was recorded here. */
  recordedAt: string, };

/** A [confirmation](crate::activity::Confirmation) of an activity. */
export type ConfirmationId = string;

/** How far an entry has come on its way to being evidence. */
export type ConfirmationState = "draft" | "submitted" | "confirmed" | "queried" | "rejected";

/** Someone who confirms activities. */
export type Confirmer = {
  /** Name. */
  name: string,
  /** Role. */
  role: string, };

/** Who confirmed activities before. */
export type Confirmers = {
  /** The latest first. */
  people: Array<Confirmer>, };

/** A part of what an activity says. */
export type ContentField = "title" | "done_on" | "times" | "duration" | "off_the_job" | "category" | "what_was_done" | "what_was_learned" | "paid" | "compensation" | "delivered_by" | "delivered_by_kind" | "place" | "criteria" | "tags";

/** An entry to copy. */
export type CopyEntry = {
  /** The entry of the week before. */
  from: ActivityId,
  /** Off-the-job time claimed for the new one; absent when none is. */
  offTheJob: Minutes | null,
  /** What is different from the week before; absent when nothing is. */
  carried: CarriedOver | null, };

/** Entries of the week before to log once more. */
export type CopyWeek = {
  /** A day of the week that they are for. */
  day: string,
  /** Which. */
  entries: Array<CopyEntry>, };

/** How much a portfolio holds. */
export type Counts = {
  /** Reflections. */
  reflections: number,
  /** Those that are drafts. */
  drafts: number,
  /** Activities. */
  activities: number,
  /** Works of theory. */
  theory: number,
  /** Things in the bin. */
  bin: number, };

/** A new reflection. */
export type CreateReflection = {
  /** May be empty. */
  title: string,
  /** Id of the model; the one used last if absent. */
  model: string | null,
  /** The day of the event. */
  happenedOn: string | null,
  /** What it is about. */
  activityId: ActivityId | null, };

/** Which number of a date comes first. A year of four digits in front is told apart by itself. */
export type DateOrder = "day_first" | "month_first";

/** How a day stands to the training period. */
export type DayStanding = "training" | "before_start" | "break" | "after_end";

/** What stands between the columns of a file. */
export type Delimiter = "comma" | "semicolon" | "tab" | "pipe";

/** Who delivered the learning. */
export type DeliveredBy = "unknown" | "provider" | "employer" | "other" | "self";

/**
 * What a learner holds against the answer of the rules about an entry: kept beside that answer, which
 * does not change by it, for the provider and the auditor to see.
 */
export type Disagreement = {
  /** Whether the learner holds that the time counts. */
  counts: boolean,
  /** Why. */
  note: string, };

/** It was done; there is nothing more to say. */
export type Done = Record<symbol, never>;

/** A name whose parts may have changed places. */
export type DoubtedName = {
  /** The field it stands in, such as `authors[0]`. */
  field: string,
  /** Why it is doubted. */
  doubt: NameDoubt, };

/** A work that a reflection about an activity draws on, and how. */
export type DrawnOn = {
  /** The link, with its sentence and passage. */
  link: TheoryLink,
  /** `Benner (1984)`. */
  label: string,
  /** Title of the work. */
  title: string,
  /** Title of the reflection. */
  reflectionTitle: string, };

/** What waits for a word. */
export type DueEntries = {
  /** The latest day first; at most 40. */
  entries: Array<DueEntry>,
  /** How many there are in all. */
  total: number, };

/** A day on which something was due. */
export type DueEntry = {
  /** What recurs. */
  recurrenceId: RecurrenceId,
  /** The day. */
  dueOn: string,
  /** The entry that it would become. */
  content: ActivityContent, };

/** What a proposal repeats. */
export type Duplicate = { "where": "log",
  /** Which. */
  id: ActivityId,
  /** Its title, which the learner may have changed since. */
  title: string, } | { "where": "file",
  /** Which. */
  row: number, };

/** One way to understand what was typed. */
export type DurationReading = {
  /** The length. */
  minutes: Minutes,
  /** The length in words: `1 h 30`. */
  label: string,
  /** When it began, if that was typed. */
  startedAt: string | null,
  /** When it ended, if that was typed. */
  endedAt: string | null, };

/** Every way to understand what was typed, the likeliest first. */
export type DurationReadings = {
  /** Empty if it could not be understood. */
  readings: Array<DurationReading>,
  /** Why it could not be understood; empty if it could. */
  problem: string, };

/** What rules and checks say of an entry that is being typed. */
export type EntryRemarks = {
  /** Whether it would count, and why; absent as long as it could not be kept as it stands. */
  verdict: Verdict | null,
  /** One sentence each; empty when all is well. */
  remarks: Array<Remark>,
  /** Why it would not be kept as it stands, box by box; empty where it would. */
  problems: Array<Problem>, };

/** A file kept inside the portfolio. Its bytes never change: a new version is a new file. */
export type Evidence = {
  /** Identity: the `ID` of `attachment:ID` in a text. */
  id: EvidenceId,
  /** File name as it was added, without a folder. */
  fileName: string,
  /** What kind of evidence it is. */
  kind: EvidenceKind,
  /** What it shows, for people who cannot see it. */
  alternativeText: string,
  /** What it is and where it comes from. */
  description: string,
  /** Media type such as `image/png`. */
  mediaType: string,
  /** SHA-256 of its bytes, in lower-case hexadecimal: where the bytes are kept. */
  sha256: string,
  /** Length in bytes. */
  size: number,
  /** When it was added. */
  createdAt: string,
  /** When it was moved to the bin, if it was. */
  deletedAt: string | null, };

/** An [evidence](crate::evidence::Evidence) file. */
export type EvidenceId = string;

/** What kind of evidence a file is. */
export type EvidenceKind = "work_product" | "witness_testimony" | "observation_record" | "feedback" | "certificate" | "media";

/** A file belongs to an activity: a certificate, a register, slides. */
export type EvidenceLink = {
  /** The activity. */
  activityId: ActivityId,
  /** The file. */
  evidenceId: EvidenceId, };

/** Files that are kept. */
export type EvidenceList = {
  /** In the order in which they were added. */
  files: Array<Evidence>, };

/** Names a file that is kept. */
export type EvidenceRef = {
  /** Which. */
  id: EvidenceId, };

/** A stretch of an excerpt. */
export type ExcerptRun = {
  /** Its text. */
  text: string,
  /** Whether it is what was looked for. */
  hit: boolean, };

/** Whether the page of a work is on screen. */
export type ExpectWorkFile = {
  /** The work. */
  id: TheoryId,
  /** Whether it is. */
  here: boolean, };

/** One thing to look at before an export. */
export type ExportCheck = {
  /** Stable code, such as `unconfirmed`. */
  code: string,
  /** Whether nothing needs a look. */
  fine: boolean,
  /** One sentence. */
  text: string,
  /** The places, at most ten; the sentence says so where there are more. */
  places: Array<CheckPlace>, };

/** What an export would hold. */
export type ExportChecks = {
  /** How many reflections. */
  reflections: number,
  /** How many activities. */
  activities: number,
  /** How many works of theory. */
  theory: number,
  /** Hours in it. */
  totals: Totals,
  /** What deserves a look first. */
  checks: Array<ExportCheck>,
  /** Suggested file name. */
  fileName: string, };

/** What was made to be handed in, latest first. */
export type ExportHistory = {
  /** At most a hundred. */
  exports: Array<ExportSeen>, };

/** Asks for the library in some form. */
export type ExportLibrary = {
  /** In which. */
  form: LibraryForm, };

/** Asks for the log in some form. */
export type ExportLog = {
  /** In which. */
  form: LogForm, };

/** What there is to narrow an export by. */
export type ExportNarrowing = {
  /** The modules that accounts belong to. */
  modules: Array<string>,
  /** The works that accounts link to, by author. */
  works: Array<NarrowBy>,
  /** The accounts in which something is written, latest first. */
  accounts: Array<NarrowBy>, };

/** What to hand in. */
export type ExportOptions = {
  /** Include the off-the-job log and hours. */
  hours: boolean,
  /** Include reflections. */
  reflections: boolean,
  /** Include drafts too. */
  drafts: boolean,
  /** Print the day of an event as month and year. */
  coarseDates: boolean,
  /** Only what happened on this day or later. */
  from: string | null,
  /** Only what happened on this day or earlier. */
  to: string | null,
  /** Ragged right instead of justified, easier to read for some. */
  raggedRight: boolean,
  /** Larger print. */
  largePrint: boolean,
  /** What of the data travels inside. */
  data: CarriedData,
  /** Sign the file with the portfolio’s own key. */
  sign: boolean,
  /** What the document is for. */
  audience: Audience,
  /** Who it is for, as the cover says it; empty if it does not. */
  recipient: string,
  /** What the document is called in place of its usual name; empty for that. */
  title: string,
  /** Only accounts and theory of this module; empty for all. */
  module: string,
  /** Only accounts that draw on this work. */
  theoryId: TheoryId | null,
  /** Only these accounts; empty for all. */
  reflectionIds: Array<ReflectionId>,
  /** Accounts by module, and within one by day. */
  byModule: boolean,
  /** The paper. */
  paper: Sheet,
  /** For a review: what changed since this moment is listed; absent for everything. */
  since: string | null, };

/** The pages of an export, to look at. */
export type ExportPreview = {
  /** Which they are, for asking for one. */
  id: string,
  /** How many there are. */
  pages: number,
  /** How wide each is, in tenths of a millimetre. */
  width: number,
  /** How high, in tenths of a millimetre. */
  height: number, };

/** Choices under a name. */
export type ExportProfile = {
  /** Identity: `provider`, or one of the person’s own. */
  id: string,
  /** Its name. */
  name: string,
  /** What it is for, in a sentence; empty for one’s own. */
  about: string,
  /** Whether the person made it. */
  own: boolean,
  /** What it chooses. */
  options: ExportOptions, };

/** One of the person’s own. */
export type ExportProfileRef = {
  /** Which. */
  id: string, };

/** All of them, the person’s own last. */
export type ExportProfiles = {
  /** Those there are. */
  profiles: Array<ExportProfile>, };

/** A PDF that was handed in, or made to be. */
export type ExportRecord = {
  /** Identity. */
  id: string,
  /** When it was made. */
  at: string,
  /** What it was for. */
  audience: Audience,
  /** Who it was for; empty if that was not said. */
  recipient: string,
  /** The name that the file was given. */
  fileName: string,
  /** Its fingerprint, as it is printed. */
  fingerprint: string,
  /** How many pages it has. */
  pages: number, };

/** A record with what is different since. */
export type ExportSeen = {
  /** The record. */
  record: ExportRecord,
  /** What is different. */
  changed: ChangedSince, };

/** A PDF that was written. */
export type ExportedPdf = {
  /** Where. */
  file: WrittenFile,
  /** How many pages. */
  pages: number,
  /** Characters that no font on this computer has, drawn as a box: "U+1F9FF (3 times)". */
  missing: Array<string>,
  /** Anything else to know, such as a picture that could not be read. */
  notices: Array<string>, };

/** Why a command did not succeed. A variant exists where a person has to be told something different. */
export type Failure = { "code": "invalid",
  /** What to correct. */
  problems: Array<Problem>, } | { "code": "notFound",
  /** What kind of thing: `reflection`. */
  kind: string, } | { "code": "nothingOpen" } | { "code": "noSuchFile",
  /** The file. */
  path: string, } | { "code": "noSuchFolder",
  /** The folder. */
  path: string, } | { "code": "isFolder",
  /** The folder. */
  path: string, } | { "code": "notAPortfolio",
  /** The file. */
  path: string, } | { "code": "tooNew",
  /** Version of the file. */
  found: number,
  /** Newest version this program knows. */
  known: number, } | { "code": "locked",
  /** The file. */
  path: string, } | { "code": "readOnly",
  /** The file. */
  path: string, } | { "code": "notReadable",
  /** The file. */
  path: string, } | { "code": "diskFull" } | { "code": "damaged",
  /** What was found, in words. */
  what: Array<string>, } | { "code": "alreadyThere",
  /** The file. */
  path: string, } | { "code": "notEmpty" } | { "code": "notTheFormat",
  /** Where in the file: `activities[3].doneOn`, or the line. */
  place: string,
  /** What was expected there. */
  expected: string, } | { "code": "cannotImport",
  /** Why, in one sentence that names row and column where there is one. */
  reason: string, } | { "code": "cannotKeepFile",
  /** Why, in one sentence. */
  reason: string, } | { "code": "cannotSign",
  /** Why. */
  reason: string, } | { "code": "file",
  /** What was attempted: `write`. */
  operation: string,
  /** The file. */
  path: string,
  /** What the system said. */
  reason: string, } | { "code": "cancelled" } | { "code": "bug",
  /** Finds the line in the log. */
  reference: string, };

/** Where a required figure comes from. */
export type FigureSource = "training_plan" | "computed" | "published" | "floor";

/** What the pace of the last weeks points to: a straight continuation, not a promise. */
export type Forecast = {
  /** Average off-the-job time a week over the weeks looked at. */
  weekly: Minutes,
  /** Weeks looked at, without breaks: 12, or fewer near the start. */
  weeks: number,
  /** The day on which the target would be reached; `None` if nothing was claimed in those weeks. */
  reachedOn: string | null,
  /** What would be reached by the planned end. */
  byPlannedEnd: Minutes, };

/** A form that words are typed into. */
export type Form = "programme" | "activity" | "confirmation" | "confirmations" | "recurrence" | "due" | "copy_week" | "timer" | "theory" | "new_link" | "theory_link" | "model" | "happened_on" | "picture";

/** How many things were changed by what was asked for. */
export type Handled = {
  /** So many. */
  count: number, };

/** A change of contracted weekly hours during the programme. */
export type HoursChange = {
  /** First day of the new hours. */
  from: string,
  /** Average weekly hours from that day. */
  weekly: Minutes, };

/** What the Hours room shows. */
export type HoursRoom = {
  /** Hours against the minimum. */
  hours: HoursView,
  /** The same time by kind and by month. */
  learning: LearningView, };

/** Hours against the minimum. */
export type HoursView = {
  /** Today, as the portfolio sees it. */
  today: string,
  /** The programme's title, for the heading. */
  programmeTitle: string,
  /** Where the learner stands, if enough is known of the programme. */
  progress: Progress | null,
  /** What to add to the programme before a minimum can be given. */
  problems: Array<Problem>,
  /** Totals, with or without a programme. */
  totals: Totals,
  /** What the provider plans to deliver, if that was said. */
  planned: Minutes | null,
  /** What to know and to do once the planned end has passed while the training goes on. */
  overdue: string | null,
  /** Totals of their own, for labels that are used; never part of off-the-job time. */
  byTag: Array<TagTotal>,
  /** Time that counts in the present week. */
  thisWeek: Minutes, };

/** A likely identifier of a person. */
export type Identifier = {
  /** Stable code of its kind, such as `nhs_number`. */
  kind: string,
  /** What it looks like: "an NHS number". */
  label: string,
  /** Heading of the text it stands in. */
  stage: string,
  /** Key of the stage it stands in; nothing if it stands in the title. */
  stageKey: string | null,
  /** The words it was found in. */
  excerpt: string,
  /** What was found, as it is written. */
  matched: string,
  /** Where it begins in that text as it is stored, in UTF-16 code units: what the window counts in. */
  start: number,
  /** Where it ends, in the same units; the unit at this place no longer belongs to it. */
  end: number,
  /** Whether it is only worth a thought. */
  mild: boolean, };

/** Likely identifiers in a reflection. */
export type Identifiers = {
  /** In the order of the text. */
  found: Array<Identifier>, };

/** How a file is to be read. */
export type ImportMapping = {
  /** What stands between the columns. */
  delimiter: Delimiter,
  /** What each column holds, in their order. */
  columns: Array<ColumnRole>,
  /** Which number of a date comes first. */
  dates: DateOrder, };

/** The days of which events are proposed, both included. */
export type ImportPeriod = {
  /** The first day. */
  from: string,
  /** The last day. */
  to: string, };

/** Names a file that was read and waits to be looked through. */
export type ImportRef = {
  /** Which. */
  id: string, };

/** A timesheet as columns, for saying what each of them holds. */
export type ImportTable = {
  /** What stands between the columns. */
  delimiter: Delimiter,
  /** What names them. */
  headings: Array<string>,
  /** What each holds. */
  columns: Array<ColumnRole>,
  /** The first rows. */
  rows: Array<Array<string>>,
  /** Which number of a date comes first. */
  dates: DateOrder,
  /** What is still to be said, as a sentence; empty if nothing. */
  missing: string,
  /** Whether a file with the same headings was brought in before. */
  remembered: boolean, };

/** A file that was read, and what it would add to the log. */
export type ImportView = {
  /** Which. */
  id: string,
  /** How the file is called. */
  fileName: string,
  /** The program it comes from; empty if that is not known. */
  source: string,
  /** Its columns, if it is a timesheet. */
  table: ImportTable | null,
  /** The days that are looked at, if it is a calendar. */
  period: ImportPeriod | null,
  /** Whether something about its columns or dates is a guess that the person should look at first. */
  askFirst: boolean,
  /** What would be added, in the order of the days. */
  proposals: Array<Proposal>,
  /** Rows that cannot be, the first of them. */
  problems: Array<RowProblem>,
  /** How many rows cannot be. */
  problemCount: number,
  /** How many rows and events are left out: sums, what was called off, what lies outside the period. */
  leftOut: number, };

/** What an import added. */
export type Imported = {
  /** How many entries. */
  added: number,
  /** What the one undo would say it takes back. */
  what: string, };

/** Choices to be kept under a name. One of the same name is replaced. */
export type KeepExportProfile = {
  /** The name. */
  name: string,
  /** The choices. */
  options: ExportOptions, };

/** What a box calls a kind of month, and what that means. */
export type KeyEntry = {
  /** The kind. */
  kind: MonthKind,
  /** What the box says. */
  brief: string,
  /** What that means, without a full stop. */
  means: string, };

/** What a reference repeats. */
export type Known = { "where": "library",
  /** Which. */
  id: TheoryId, } | { "where": "file",
  /** The line on which that begins. */
  line: number, };

/** The person whose portfolio it is. */
export type Learner = {
  /** As it should stand on the cover. Empty until it is first needed. */
  name: string,
  /** Job title. */
  role: string,
  /** The provider's number for the learner, if they use one. */
  learnerNumber: string, };

/** An agreed pause in learning. No off-the-job time can fall inside it. */
export type LearningBreak = {
  /** First day without learning. */
  from: string,
  /** The day on which learning resumes: the first day that is not part of the break. */
  to: string,
  /** In general words; it may be printed. */
  reason: string, };

/** Learning by kind and by month, and what was planned against what is done. */
export type LearningView = {
  /** Claimed time that counts in the present calendar month. */
  thisMonth: Minutes,
  /** Claimed time that counts in the present calendar year. */
  thisYear: Minutes,
  /** Learning by kind; absent while nothing is claimed. */
  split: Bars | null,
  /** Learning by month; absent while nothing is claimed and no start is known. */
  calendar: Calendar | null,
  /** What was planned and asked for against what is done; absent while neither is known. */
  done: Bars | null, };

/** What a citation file says and a work has no place for. */
export type LeftOut = {
  /** What the file calls it. */
  name: string,
  /** In how many entries. */
  count: number, };

/** An entry of a citation file that cannot become a work. */
export type LibraryFault = {
  /** The line on which it begins. */
  line: number,
  /** Its key, if that can be told. */
  key: string,
  /** One sentence: what is wrong. */
  reason: string, };

/** A form in which the library can leave. */
export type LibraryForm = "bibTex" | "ris" | "cslJson";

/** What a citation file brought. */
export type LibraryImported = {
  /** How many works were added. */
  added: number,
  /** How many works were filled in. */
  merged: number,
  /** What the one undo would say it takes back. */
  what: string, };

/** A citation file that was read, and what it would add to the library. */
export type LibraryView = {
  /** Which. */
  id: string,
  /** How the file is called; empty for a text that was pasted. */
  fileName: string,
  /** The form it has, such as `BibTeX`. */
  form: string,
  /** What would be added, in the order of the file. */
  works: Array<ProposedWork>,
  /** Entries that cannot be, the first of them. */
  faults: Array<LibraryFault>,
  /** How many entries cannot be. */
  faultCount: number,
  /** What is not taken over, the most frequent first. */
  leftOut: Array<LeftOut>, };

/** How a line is drawn, so that lines differ by more than their colour. */
export type LineStyle = "solid" | "dashed" | "dotted";

/** A link to theory, new or changed. */
export type LinkTheory = {
  /** The link to change; absent for a new one. */
  id: TheoryLinkId | null,
  /** The reflection. */
  reflectionId: ReflectionId,
  /** The work. */
  theoryId: TheoryId,
  /** How they stand to each other. */
  relation: TheoryRelation,
  /** How the theory explains what happened. */
  rationale: string,
  /** The passage it is about; empty for the whole account. */
  passage: string, };

/** Which activities to list. Absent conditions hold for all. */
export type ListActivities = {
  /** Words that must occur. */
  text: string,
  /** Only those in this state. */
  state: ConfirmationState | null,
  /** Only those of this category. */
  category: Category | null,
  /** Only those that carry this tag. */
  tag: ActivityTag | null,
  /** Only those of this day or later. */
  from: string | null,
  /** Only those of this day or earlier. */
  to: string | null,
  /** Only those with off-the-job time claimed. */
  claimedOnly: boolean,
  /** How many to pass over. */
  offset: number,
  /** How many to give, at most 200. */
  limit: number, };

/** Which reflections to list. Absent conditions hold for all. */
export type ListReflections = {
  /** Words that must occur. */
  text: string,
  /** Only those in this state. */
  state: ReflectionState | null,
  /** Only those of this model. */
  model: string | null,
  /** Only those linked to this work. */
  theoryId: TheoryId | null,
  /** Only those linked to this activity. */
  activityId: ActivityId | null,
  /** Only those of this day or later. */
  from: string | null,
  /** Only those of this day or earlier. */
  to: string | null,
  /** How many to pass over. */
  offset: number,
  /** How many to give, at most 200. */
  limit: number, };

/** A form in which the log can leave. */
export type LogForm = "csv" | "xlsx" | "ics";

/** The accounts of one period that stand in one row. */
export type MapCell = {
  /** The place of the period among the map's, from 0. */
  period: number,
  /** The accounts, by day; never none. */
  accounts: Array<MappedAccount>, };

/** Says what the columns of a timesheet hold. */
export type MapImport = {
  /** Of which file. */
  id: string,
  /** How it is to be read. */
  mapping: ImportMapping, };

/** The works of a module. */
export type MapModule = {
  /** Its name; empty for works that were studied in none. */
  name: string,
  /** How many accounts draw on any of its works. */
  accounts: number,
  /** Its works. */
  rows: Array<MapRow>, };

/** A month, a quarter or a year. */
export type MapPeriod = {
  /** Its first day. */
  from: string,
  /** `March 2026`, `January to March 2026` or `2026`. */
  label: string,
  /** The same in a column: `M`, `Q1` or `2026`. */
  short: string, };

/** A work with the accounts that draw on it. */
export type MapRow = {
  /** The work. */
  id: TheoryId,
  /** `Benner (1984)`. */
  label: string,
  /** How many accounts draw on it. */
  accounts: number,
  /** The periods in which one does, earliest first. */
  cells: Array<MapCell>, };

/** An account, as far as the map is concerned. */
export type MappedAccount = {
  /** Identity. */
  id: ReflectionId,
  /** Title; may be empty. */
  title: string,
  /** The day of its event; where none was given, the day on which it was begun. */
  day: string, };

/** An activity, as far as the map is concerned. */
export type MappedActivity = {
  /** Identity. */
  id: ActivityId,
  /** Title. */
  title: string,
  /** The day on which it was done. */
  day: string, };

/** A labelled point. */
export type Marker = {
  /** Where. */
  at: Point,
  /** What it says. */
  label: string, };

/** What a length of time measures. */
export type Measure = "activity" | "week" | "programme";

/** What a timer measured. */
export type Measured = {
  /** When it was started, by the clock on the wall. */
  startedAt: string | null,
  /** When it was stopped. */
  endedAt: string | null,
  /** The length to look at; `None` where it is in doubt. */
  minutes: Minutes | null,
  /** What the timer itself shows; never less than nothing. */
  ran: Minutes,
  /** Why no length is offered. */
  doubt: TimerDoubt | null, };

/** Makes one entry of two. */
export type MergeTheory = {
  /** The entry that stays. */
  keep: TheoryId,
  /** The entry that goes to the bin once everything of it is with the other. */
  other: TheoryId, };

/**
 * A length of time in whole minutes.
 * 
 * Learning is claimed in minutes and summed over years, so the value is exact: it is never held as a
 * fraction of an hour.
 */
export type Minutes = number;

/** A reflection model. */
export type ModelView = {
  /** Its id. */
  id: string,
  /** Its name. */
  name: string,
  /** What it is good for, in a sentence. */
  summary: string,
  /** Where it comes from. */
  reference: string,
  /** Its stages. */
  stages: Array<OwnStage>,
  /** Whether a person made it. */
  own: boolean, };

/** The work that a built-in model of reflection comes from. */
export type ModelWork = {
  /** Id of the model. */
  model: string,
  /** Its name. */
  modelName: string,
  /** `Gibbs (1988)`. */
  label: string,
  /** Its reference. */
  reference: Array<ReferenceRun>,
  /** The entry for it that is there already. */
  known: TheoryId | null, };

/** The works of the built-in models. */
export type ModelWorks = {
  /** In the order of the models. */
  works: Array<ModelWork>, };

/** The models on offer. */
export type Models = {
  /** Built in, then own. */
  models: Array<ModelView>, };

/** What a month was. */
export type MonthKind = "learning" | "idle" | "quiet" | "break";

/** Why the parts of a name may have changed places. */
export type NameDoubt = "initials" | "given_name";

/** What a timer is for. */
export type NameTimer = {
  /** A few words, or nothing yet. */
  title: string, };

/** Something to narrow an export by. */
export type NarrowBy = {
  /** Its id. */
  id: string,
  /** What it is called. */
  label: string, };

/** The nation whose rules fund the apprenticeship. England's off-the-job minimum applies nowhere else. */
export type Nation = "england" | "scotland" | "wales" | "northern_ireland";

/** A request without particulars. */
export type Nothing = Record<string, never>;

/** What bringing a PDF back would do. */
export type OfferStanding = "nothingOpen" | "fills" | "adds" | "known";

/** What came of a check. The worse one is the greater. */
export type Outcome = "fine" | "unknown" | "look" | "problem";

/** A person's own model, of the same form as the built-in ones. */
export type OwnModel = {
  /** Identity. */
  id: OwnModelId,
  /** Name. */
  name: string,
  /** Where it comes from. */
  reference: string,
  /** Its stages, at least one. */
  stages: Array<OwnStage>,
  /** When it was moved to the bin, if it was. */
  deletedAt: string | null, };

/** A person's own [reflection model](crate::reflection::OwnModel). */
export type OwnModelId = string;

/** A stage of a person's own model. */
export type OwnStage = {
  /** Key, unique within the model. */
  key: string,
  /** Name of the stage. */
  name: string,
  /** Question that helps to write it. */
  prompt: string, };

/** Whether the time was paid. */
export type PaidTime = "paid" | "compensated" | "unpaid" | "unknown";

/** Hands over a citation file as text. */
export type PasteLibrary = {
  /** The text. */
  text: string, };

/** Where it took place. */
export type Place = "unknown" | "workplace" | "campus" | "online" | "placement" | "home";

/** A chart in abstract units, drawn alike on screen and paper. */
export type Plot = {
  /** The finding, as a sentence without a full stop: "9 h 20 behind an even pace". */
  title: string,
  /** What the chart shows, for people who cannot see it. */
  description: string,
  /** Largest x; the smallest is 0. */
  xMax: number,
  /** Largest y; the smallest is 0. */
  yMax: number,
  /** Marks of the x axis. */
  xTicks: Array<Tick>,
  /** Marks of the y axis. */
  yTicks: Array<Tick>,
  /** Lines, the most important first. */
  lines: Array<PlotLine>,
  /** Marked stretches. */
  bands: Array<Band>,
  /** The point for today, if today lies within the chart. */
  marker: Marker | null,
  /** The same numbers as a table: headings, then rows of cells. */
  table: PlotTable, };

/** A line of a chart. */
export type PlotLine = {
  /** What it shows. */
  label: string,
  /** How it is drawn. */
  style: LineStyle,
  /** Its points, from left to right. */
  points: Array<Point>, };

/** The numbers of a chart as a table. */
export type PlotTable = {
  /** Column headings. */
  headings: Array<string>,
  /** Rows; each has as many cells as there are headings. */
  rows: Array<Array<string>>, };

/** A point: days since the start, and minutes. */
export type Point = {
  /** Days since the first day of the chart. */
  x: number,
  /** Minutes. */
  y: number, };

/** A portfolio was filled, or added to. */
export type PortfolioImported = {
  /** How many things were new. */
  added: number,
  /** How many were there already, and were left as they are. */
  known: number,
  /** What is open now. */
  status: PortfolioStatus, };

/** A PDF that was dropped on the window, and what is inside. */
export type PortfolioOffer = {
  /** The name of the PDF. */
  fileName: string,
  /** Whose portfolio it is; empty if it does not say. */
  learner: string,
  /** How many accounts it holds. */
  accounts: number,
  /** How many activities. */
  activities: number,
  /** How many works. */
  works: number,
  /** How many files. */
  files: number,
  /** How it stands to what is open. */
  standing: OfferStanding,
  /** How many things would be new. */
  new: number,
  /** How many are there already, and stay as they are. */
  known: number, };

/** Which portfolio is open. */
export type PortfolioStatus = {
  /** File name without its ending. */
  name: string,
  /** Folder, for people to read. */
  folder: string,
  /** Identity of the portfolio. */
  uid: string,
  /** Whose it is; empty until it was said. */
  learner: string,
  /** Today, as the portfolio sees it: a sample remembers its own. */
  today: string,
  /** Whether it is the sample. */
  isSample: boolean,
  /** How much it holds. */
  counts: Counts,
  /** When it last changed. */
  changedAt: string | null,
  /** What the next undo would take back; empty if nothing. */
  undo: string,
  /** Something to tell the person about how the file was opened; empty if nothing. */
  notice: string,
  /** Portfolios that were open before, newest first. */
  recent: Array<RecentPortfolio>, };

/** How a page looks. */
export type PreviewPage = {
  /** A picture in SVG that needs nothing from elsewhere. */
  svg: string, };

/** One of those pages. */
export type PreviewPageRef = {
  /** Of which. */
  id: string,
  /** Its number, from 1. */
  page: number, };

/** One thing to correct. */
export type Problem = {
  /** The field, in the spelling of the wire form: `plannedEnd`, `breaks[1].to`. */
  field: string,
  /** One sentence: what is wrong and what would be right. */
  reason: string, };

/**
 * The apprenticeship, as far as it has been said. Every field may still be missing: a person can
 * write, log and export without one.
 */
export type Programme = {
  /** Name of the apprenticeship. */
  title: string,
  /** The training provider: college, university or company. */
  provider: string,
  /** The employer. */
  employer: string,
  /** Reference of the standard, such as `ST0827`. */
  standardReference: string,
  /** Version of the standard, such as `1.1`. */
  standardVersion: string,
  /** The start that decides which rules apply; a return from a break does not change it. */
  originalStart: string | null,
  /** Planned end of the practical period, breaks included. */
  plannedEnd: string | null,
  /** Average contracted hours a week. */
  weekly: Minutes | null,
  /** Whose rules apply. */
  nation: Nation,
  /** The off-the-job figure in the signed training plan. It wins over every computed one. */
  planHours: Minutes | null,
  /** The figure published for this version of the standard (starts from 1 August 2025). */
  publishedHours: Minutes | null,
  /** Off-the-job hours taken off for prior learning. */
  priorLearning: Minutes,
  /** Off-the-job hours the provider plans to deliver, where that is more than the minimum. */
  plannedHours: Minutes | null,
  /** Breaks in learning, in order. */
  breaks: Array<LearningBreak>,
  /** Changes of weekly hours, in order. */
  hoursChanges: Array<HoursChange>,
  /** Days usually worked. */
  workingDays: Array<Weekday>,
  /** When a usual working day begins. */
  workingFrom: string | null,
  /** When a usual working day ends; earlier than the beginning for nights. */
  workingTo: string | null,
  /** Learning comes in blocks or early, so that three months may pass without any. */
  blockRelease: boolean,
  /** The day of gateway, after which nothing counts. */
  gatewayOn: string | null,
  /** The day the programme actually ended, if it has. */
  endedOn: string | null,
  /** Whether reflections may stand in an assessment portfolio. */
  reflectionPolicy: ReflectionPolicy, };

/**
 * A field of the programme that figures and checks rest on. Its code is how problems spell it, its label
 * how the form calls it: what a check misses, and what the form asks for, are the same words.
 */
export type ProgrammeField = "originalStart" | "plannedEnd" | "weekly" | "planHours" | "publishedHours" | "priorLearning" | "plannedHours" | "breaks" | "hoursChanges" | "title" | "provider" | "employer" | "standardReference" | "standardVersion" | "gatewayOn" | "endedOn";

/** Learner and programme, and what they ask for. */
export type ProgrammeView = {
  /** Whose portfolio it is. */
  learner: Learner,
  /** What they are on. */
  programme: Programme,
  /** What it asks for, if enough is known. */
  preview: RequirementPreview, };

/** Where a learner stands. */
export type Progress = {
  /** What the programme asks for. */
  requirement: Requirement,
  /** What was done. */
  totals: Totals,
  /** What an even pace would have reached by today: a convention of this product, not a rule. */
  expected: Minutes,
  /** The [target](Requirement::target) less claimed, or nothing. */
  remaining: Minutes,
  /** Claimed and counting in the week of today, Monday to today. */
  thisWeek: Minutes,
  /** What an even pace asks of that whole week; nothing in a break. */
  thisWeekPace: Minutes,
  /**
   * Off-the-job time a week that would reach the target by the planned end; `None` once it is reached or
   * the end has come.
   */
  weeklyNeeded: Minutes | null,
  /** What the last weeks point to; `None` where too little is known or nothing is left to do. */
  forecast: Forecast | null,
  /** The finding in one sentence, with its full stop. */
  finding: string,
  /** The day the chart begins. */
  firstDay: string,
  /** The chart. */
  plot: Plot, };

/** A row that was read, and what it would become. */
export type Proposal = {
  /**
   * The row of the file, counted as a spreadsheet counts; in a calendar, the line where the event
   * begins.
   */
  row: number,
  /** What it would become. */
  activity: ProposedActivity,
  /** What it repeats. */
  duplicate: Duplicate | null, };

/** An activity as another program's file tells of it. */
export type ProposedActivity = {
  /** A few words. */
  title: string,
  /** The day it began; what runs over midnight belongs to that day. */
  doneOn: string,
  /** When it began, in the learner's own time. */
  startedAt: string | null,
  /** When it ended; earlier than the beginning when midnight lies between. */
  endedAt: string | null,
  /** How long it took, if the file says or its times do. */
  duration: Minutes | null,
  /**
   * The part of it that the file itself calls off-the-job learning. It is claimed only if the learner
   * says so.
   */
  learning: Minutes | null,
  /** What kind it was, where the file names one of ours. */
  category: Category | null,
  /** What was done, and everything else that the row says. */
  whatWasDone: string,
  /** What was newly learned. */
  whatWasLearned: string,
  /** Who delivered it. */
  deliveredBy: string,
  /** Where, as far as the file names one of our places. */
  place: Place,
  /** Criterion codes as typed. */
  criteria: Array<string>, };

/** A work that a citation file would bring, as far as it matters for agreeing to it. */
export type ProposedWork = {
  /** The line of the file on which it begins. */
  line: number,
  /** Its short name, such as `Benner (1984)`. */
  label: string,
  /** Its title. */
  title: string,
  /** What kind of source it is. */
  kind: TheoryKind,
  /** Journal or book that it stands in. */
  container: string,
  /** What was made of things that can be read in more than one way. */
  remarks: Array<string>,
  /** What it repeats. */
  known: Known | null,
  /** The short name of the work that it repeats, if the library has that. */
  knownAs: string,
  /** Whether it says something that the work it repeats does not. */
  fills: boolean, };

/**
 * What is asked of an entry, in this order. Where it happened is not asked: work, home, campus and
 * online all qualify.
 */
export type Question = "training" | "paid" | "new" | "standard" | "kind";

/** A length of time as typed. */
export type ReadDuration = {
  /** What was typed. */
  text: string,
  /** What it measures: that decides what a bare number means and which lengths can be. */
  measure: Measure, };

/** A portfolio that was open before. */
export type RecentPortfolio = {
  /** Opaque; names it to `open_recent`. */
  id: string,
  /** File name without its ending. */
  name: string,
  /** Folder, for people to read. */
  folder: string, };

/** Names a recent portfolio. */
export type RecentRef = {
  /** As given in the status. */
  id: string, };

/** What someone other than the learner said. */
export type RecordConfirmation = {
  /** Of which activity. */
  activityId: ActivityId,
  /** What they decided; `submitted` records that it was handed over. */
  decision: ConfirmationState,
  /** Who. */
  name: string,
  /** Their role. */
  role: string,
  /** When they said so. */
  decidedOn: string,
  /** What they added. */
  comment: string, };

/**
 * Off-the-job hours as a provider enters them at completion or withdrawal, each a whole number from 0 to
 * 9999, rounded down so that nothing is entered that was not delivered.
 */
export type RecordFigures = {
  /** Planned: what the provider plans to deliver, or else what is required; `None` if neither is known. */
  planned: number | null,
  /** Delivered: claimed and counting. */
  delivered: number,
  /** The part of it that someone other than the learner confirmed. */
  confirmed: number,
  /** Taken off for prior learning. */
  priorLearning: number, };

/** Something that comes again on days of the week. */
export type Recurrence = {
  /** Identity. */
  id: RecurrenceId,
  /** A few words: "College day". */
  title: string,
  /** On which days of the week. */
  weekdays: Array<Weekday>,
  /** Every how many weeks: 1 for each week, counted from the week of `from`. */
  everyWeeks: number,
  /** The first day on which it may fall. */
  from: string,
  /** The last day on which it may fall, if that is known. */
  until: string | null,
  /** When it begins. */
  startedAt: string | null,
  /** When it ends; earlier than the beginning when midnight lies between. */
  endedAt: string | null,
  /** How long it takes. */
  duration: Minutes | null,
  /** What kind of activity it is. */
  category: Category | null,
  /** Whether the time is paid. */
  paid: PaidTime,
  /** Name or role of whoever delivers it. */
  deliveredBy: string,
  /** What kind of organisation delivers it. */
  deliveredByKind: DeliveredBy,
  /** Where it takes place. */
  place: Place,
  /** Criterion codes, such as `K3`. */
  criteria: Array<string>,
  /** Further totals it belongs to. */
  tags: Array<ActivityTag>,
  /** When it was first recorded. */
  createdAt: string,
  /** When it last changed. */
  changedAt: string,
  /** When it was moved to the bin, if it was. */
  deletedAt: string | null, };

/** Something that [comes again](crate::activity::Recurrence). */
export type RecurrenceId = string;

/** Something that recurs, in a list. */
export type RecurrenceRow = {
  /** What. */
  recurrence: Recurrence,
  /** How many of its days are due. */
  due: number,
  /** Its next day, if it has one within a year. */
  next: string | null, };

/** What recurs. */
export type Recurrences = {
  /** In the order in which it was recorded. */
  rows: Array<RecurrenceRow>, };

/** A stretch of a reference. */
export type ReferenceRun = {
  /** Its text. */
  text: string,
  /** Whether it is set in italics. */
  italic: boolean, };

/** A reflective account. */
export type Reflection = {
  /** Identity. */
  id: ReflectionId,
  /** A few words; may be empty while it is a draft. */
  title: string,
  /** The day of the event. An export may coarsen it. */
  happenedOn: string | null,
  /** Id of a built-in model, or of one of the portfolio's own. */
  model: string,
  /** Texts in the order in which they stand: the model's stages first, then those it lacks. */
  stages: Array<StageText>,
  /** Whether it is still being written. */
  state: ReflectionState,
  /** The module it belongs to. */
  module: string,
  /** How often it has been saved: 1 after the first time. */
  revision: number,
  /** When it was begun. */
  createdAt: string,
  /** When it last changed. */
  changedAt: string,
  /** When it was moved to the bin, if it was. */
  deletedAt: string | null, };

/** A reflection that was begun. */
export type ReflectionBegun = {
  /** Which. */
  reflectionId: ReflectionId,
  /** What it is about. */
  activityId: ActivityId | null, };

/** A [reflection](crate::reflection::Reflection). */
export type ReflectionId = string;

/** Names a reflection for a link to it. */
export type ReflectionLabel = {
  /** Which. */
  id: ReflectionId,
  /** Its title. */
  title: string, };

/** A page of a list. */
export type ReflectionPage = {
  /** The rows. */
  rows: Array<ReflectionRow>,
  /** How many there are in all. */
  total: number, };

/**
 * Whether the assessment plan lets reflective accounts into an assessment portfolio. Many plans
 * do not, so an unknown answer is treated as "no".
 */
export type ReflectionPolicy = "unknown" | "excluded" | "allowed";

/** Names a reflection. */
export type ReflectionRef = {
  /** Which. */
  id: ReflectionId, };

/** A reflection in a list. */
export type ReflectionRow = {
  /** Which. */
  id: ReflectionId,
  /** Its title; may be empty. */
  title: string,
  /** The day of the event. */
  happenedOn: string | null,
  /** Id of its model. */
  model: string,
  /** Name of its model. */
  modelName: string,
  /** Whether it is finished. */
  state: ReflectionState,
  /** Words in all. */
  words: number,
  /** Words in each stage of the model, in order. */
  stageWords: Array<number>,
  /** Short names of the works it is linked to: `Benner (1984)`. */
  theory: Array<string>,
  /** How many activities it is linked to. */
  activities: number,
  /** When it last changed. */
  changedAt: string, };

/** Whether an account is still being written. */
export type ReflectionState = "draft" | "finished";

/** What the writing room shows. */
export type ReflectionView = {
  /** The reflection. */
  reflection: Reflection,
  /** Its model. */
  model: ModelView,
  /** Its stages: the model's in order, then those that the model lacks and that hold text. */
  stages: Array<StageView>,
  /** Theory. */
  theoryLinks: Array<TheoryLinkView>,
  /** Activities. */
  activities: Array<ActivityRow>,
  /** Words in all. */
  words: number, };

/** What a check has to say of a single entry, for whoever is typing it. */
export type Remark = {
  /** Which check. */
  code: CheckCode,
  /** How grave it is; never [`Outcome::Fine`]. */
  result: Outcome,
  /** One sentence: what there is, and what to do. */
  text: string, };

/** A text to render. */
export type RenderMarkdown = {
  /** Markdown. */
  markdown: string,
  /** The texts of the account before it: a style that counts works goes on from them. */
  before: Array<string>, };

/** The texts of an account. */
export type RenderReferences = {
  /** In their order. */
  texts: Array<string>, };

/** A text, rendered. */
export type RenderedMarkdown = {
  /** Sanitised HTML. */
  html: string,
  /** Words in it. */
  words: number, };

/** What an account cites, as a list. */
export type RenderedReferences = {
  /** Sanitised HTML; empty where it cites nothing. */
  html: string, };

/** What the answer is. */
export type Reply = "yes" | "no" | "ask_provider" | "not_said";

/** What a programme asks for, with the reasons. */
export type Requirement = {
  /** Which rules; `None` outside England. */
  cohort: Cohort | null,
  /** Whole weeks from start to planned end, less breaks; `None` in cohort C and outside England. */
  weeks: number | null,
  /** The figure to be held to, rounded up to whole minutes from the exact fraction. */
  required: Minutes,
  /** The same, rounded up to whole hours from the exact fraction. */
  requiredHoursWhole: number,
  /**
   * What a learner works towards: those whole hours as a length. Everything that is compared with a
   * learner's time is compared with this, so that the figures beside each other add up.
   */
  target: Minutes,
  /** The same as text with four decimals, half up: `278.4000`. */
  requiredHoursExact: string,
  /** Where the figure comes from. */
  source: FigureSource,
  /** The computed figure, where the training plan's wins over it. */
  computed: Minutes | null,
  /**
   * Shortest duration in weeks for part-time hours, rounded up; `None` at 30 hours or more, in
   * cohort C and outside England.
   */
  minimumDurationWeeks: number | null,
  /** Whether the least that any programme must have replaced a smaller figure. */
  floorApplied: boolean,
  /** What else to know. */
  warnings: Array<Warning>,
  /** The explanation; its last step states the exact figure. */
  steps: Array<Step>,
  /** What leads from that figure to `target`, as a sentence; `None` where they are the same. */
  rounding: string | null,
  /** The steps and the rounding, each as the sentence that a person reads. */
  sentences: Array<string>, };

/** What a programme asks for, or what is missing to say so. */
export type RequirementPreview = {
  /** The figure and its reasons. */
  requirement: Requirement | null,
  /** What to add or correct. */
  problems: Array<Problem>, };

/** A portfolio that is too damaged to open, and what it can be brought back from. */
export type Rescue = {
  /** What its file is called, without the ending. */
  name: string,
  /** Folder, for people to read. */
  folder: string,
  /** Newest first. */
  copies: Array<RescueCopy>, };

/** A verified copy of a portfolio that cannot be opened. */
export type RescueCopy = {
  /** Opaque; names it to `rescue_portfolio`. */
  id: string,
  /** When it was made. */
  madeAt: string,
  /** Its length in bytes. */
  bytes: number,
  /** Why it was made: `daily`, `asked`, `migration` or `restore`. */
  reason: string,
  /** Whose portfolio it is, if the learner's name was entered. */
  learner: string,
  /** How much it holds; nothing if the copy itself cannot be read. */
  holds: Counts | null, };

/** A row that cannot become an entry. */
export type RowProblem = {
  /** The row of the file, counted as for a [`Proposal`]. */
  row: number,
  /** The column as its heading names it; empty where the whole row is meant. */
  column: string,
  /** One sentence: what is wrong and what would be right. */
  reason: string, };

/** An activity, new or changed. */
export type SaveActivity = {
  /** The activity to change; absent for a new one. */
  id: ActivityId | null,
  /** A few words. */
  title: string,
  /** The day it began. */
  doneOn: string,
  /** When it began. */
  startedAt: string | null,
  /** When it ended. */
  endedAt: string | null,
  /** How long it took. */
  duration: Minutes | null,
  /** Off-the-job time claimed; absent when none is. */
  offTheJob: Minutes | null,
  /** What kind of activity it was. */
  category: Category | null,
  /** What was done, as Markdown. */
  whatWasDone: string,
  /** What was newly learned. */
  whatWasLearned: string,
  /** Whether the time was paid. */
  paid: PaidTime,
  /** How time outside paid hours was given back. */
  compensation: string,
  /** Who delivered it. */
  deliveredBy: string,
  /** What kind of organisation delivered it. */
  deliveredByKind: DeliveredBy,
  /** Where it took place. */
  place: Place,
  /** Criterion codes as typed. */
  criteria: Array<string>,
  /** Further totals it belongs to. */
  tags: Array<ActivityTag>,
  /** What the learner holds against the answer of the rules; absent if they agree. */
  disagreement: Disagreement | null,
  /** Files that were kept beforehand and belong to a new activity. */
  files: Array<EvidenceId>, };

/** What is typed into the capture box. */
export type SaveCapture = {
  /** All of it. */
  text: string, };

/** A person's own model, new or changed. */
export type SaveModel = {
  /** The model to change; absent for a new one. */
  id: OwnModelId | null,
  /** Its name. */
  name: string,
  /** Where it comes from. */
  reference: string,
  /** Its stages. */
  stages: Array<OwnStage>, };

/** Learner and programme to keep. */
export type SaveProgramme = {
  /** Whose portfolio it is. */
  learner: Learner,
  /** What they are on. */
  programme: Programme, };

/** Something that recurs, new or changed. */
export type SaveRecurrence = {
  /** What to change; absent for something new. */
  id: RecurrenceId | null,
  /** A few words. */
  title: string,
  /** On which days of the week. */
  weekdays: Array<Weekday>,
  /** Every how many weeks. */
  everyWeeks: number,
  /** The first day on which it may fall. */
  from: string,
  /** The last day on which it may fall. */
  until: string | null,
  /** When it begins. */
  startedAt: string | null,
  /** When it ends. */
  endedAt: string | null,
  /** How long it takes. */
  duration: Minutes | null,
  /** What kind of activity it is. */
  category: Category | null,
  /** Whether the time is paid. */
  paid: PaidTime,
  /** Who delivers it. */
  deliveredBy: string,
  /** What kind of organisation delivers it. */
  deliveredByKind: DeliveredBy,
  /** Where it takes place. */
  place: Place,
  /** Criterion codes as typed. */
  criteria: Array<string>,
  /** Further totals it belongs to. */
  tags: Array<ActivityTag>, };

/** The present text of a reflection. */
export type SaveReflection = {
  /** Which. */
  id: ReflectionId,
  /** Its title. */
  title: string,
  /** The day of the event. */
  happenedOn: string | null,
  /** Id of its model. */
  model: string,
  /**
   * Its texts. A stage that is left out keeps the text it has: a text is only ever taken away by
   * giving an empty one.
   */
  stages: Array<StageText>,
  /** Whether it is finished. */
  state: ReflectionState,
  /** The module it belongs to. */
  module: string, };

/** A work, new or changed. */
export type SaveTheory = {
  /** The work to change; absent for a new one. */
  id: TheoryId | null,
  /** Key to cite it by; made from author and year if empty. Where texts cite it, they cite it by the new one. */
  citeKey: string,
  /** What kind of source it is. */
  kind: TheoryKind,
  /** People who wrote it. */
  authors: Array<Author>,
  /** The organisation that wrote it. */
  corporateAuthor: string,
  /** Year as printed. */
  year: string,
  /** Title as printed. */
  title: string,
  /** Journal or book that it stands in. */
  container: string,
  /** Its short title. */
  containerShort: string,
  /** Editors of that book. */
  editors: Array<Author>,
  /** Edition. */
  edition: string,
  /** Volume. */
  volume: string,
  /** Issue. */
  issue: string,
  /** Pages. */
  pages: string,
  /** Publisher. */
  publisher: string,
  /** Place of publication. */
  place: string,
  /** Digital object identifier. */
  doi: string,
  /** Address. */
  url: string,
  /** When the address was last read. */
  accessedOn: string | null,
  /** The idea in the learner's own words. */
  keyIdea: string,
  /** A short quotation. */
  quotation: string,
  /** Its page. */
  quotationPage: string,
  /** The module it was studied in. */
  module: string,
  /** The learner's own labels. */
  tags: Array<string>,
  /** Codes of the criteria it is studied for. */
  criteria: Array<string>, };

/** What stands in a form. */
export type SaveUnfinished = {
  /** The form. */
  form: Form,
  /** Id of what it is about; absent where there is one such form, and for a new thing. */
  about: string | null,
  /** Its boxes, in the order of the form; none if there is nothing in it that is not in use. */
  fields: Array<TypedField>, };

/** It is in the file. */
export type Saved = {
  /** When the file acknowledged it. */
  savedAt: string, };

/** A reflection that is in the file. */
export type SavedReflection = {
  /** How often it has been saved. */
  revision: number,
  /** When the file acknowledged it. */
  savedAt: string,
  /** Words in all. */
  words: number, };

/** Words to look for. */
export type SearchFor = {
  /** As typed. */
  text: string, };

/** Something that was found. */
export type SearchHit = {
  /** Its kind. */
  kind: BinKind,
  /** Its id. */
  id: string,
  /** Its title. */
  title: string,
  /** The words around the first find. */
  excerpt: Array<ExcerptRun>, };

/** What was found. */
export type SearchHits = {
  /** Best first, at most 50. */
  hits: Array<SearchHit>, };

/** Says which days of a calendar to look at. */
export type SetImportPeriod = {
  /** Of which file. */
  id: string,
  /** Which days. */
  period: ImportPeriod, };

/** How the program looks and behaves on this computer. */
export type Settings = {
  /** `system`, `light` or `dark`. */
  theme: string,
  /** More contrast than usual. */
  highContrast: boolean,
  /** `serif`, `sans`, `atkinson` or `opendyslexic`. */
  typeface: string,
  /** Size of text in per cent, 80 to 200. */
  textSize: number,
  /** Extra space between letters in hundredths of an em, 0 to 20. */
  letterSpacing: number,
  /** Extra space between words in hundredths of an em, 0 to 50. */
  wordSpacing: number,
  /** Height of a line in per cent of the size of text, 130 to 240. */
  lineHeight: number,
  /** `none`, `cream`, `blue`, `green` or `rose`. */
  pageTint: string,
  /** Move as little as possible. */
  reducedMotion: boolean,
  /** Write in a plain text box. */
  plainEditor: boolean,
  /** Make a verified copy each day. */
  dailyCopy: boolean, };

/** Paper sizes. */
export type Sheet = "a4" | "letter";

/** The text of one stage of an account. */
export type StageText = {
  /** Key of the stage within its model, such as `description`. */
  key: string,
  /**
   * The stage's name when the text was written, so that text whose stage the present model lacks
   * keeps a heading.
   */
  heading: string,
  /** Markdown. */
  text: string, };

/** A stage in the writing room. */
export type StageView = {
  /** Key within the model. */
  key: string,
  /** Its name. */
  heading: string,
  /** The question that helps; empty where the present model lacks the stage. */
  prompt: string,
  /** Whether the present model has it. */
  inModel: boolean,
  /** Markdown. */
  text: string,
  /** Words in it. */
  words: number, };

/** One step of an explanation. */
export type Step = {
  /** The step in words and arithmetic. */
  text: string,
  /** Its result, with the unit: `46.4 weeks`. */
  value: string,
  /** The rule it follows and the dates for which that rule holds; empty for plain arithmetic. */
  rule: string, };

/** A style in which works are cited. */
export type StyleChoice = "harvard" | "apa" | "vancouver" | "own";

/** A style in which works could be cited. */
export type StyleOffer = {
  /** Which. */
  choice: StyleChoice,
  /** What it is called. */
  name: string,
  /** A work as it is cited in a text. */
  citation: Array<ReferenceRun>,
  /** The same work in a list of references. */
  reference: Array<ReferenceRun>, };

/** Something worth doing next. */
export type Suggestion = {
  /** What to do. */
  title: string,
  /** Why, or how long it takes. */
  detail: string,
  /** Where that is done. */
  target: Target, };

/** A part of the portfolio, for telling which answers a change has made stale. */
export type Tag = "portfolio" | "programme" | "activities" | "recurrences" | "timer" | "reflections" | "theory" | "citationStyle" | "links" | "evidence" | "plan" | "models" | "unfinished" | "settings" | "bin" | "backups" | "import" | "exports";

/**
 * Time under a label such as protected learning time. It may exceed off-the-job time and is never
 * added to it.
 */
export type TagTotal = {
  /** The label. */
  tag: ActivityTag,
  /** Its time: how long the activities took, or what they claim where that is not known. */
  time: Minutes,
  /** The part of it that someone other than the learner confirmed. */
  confirmed: Minutes,
  /** Entries that carry it. */
  entries: number, };

/** A place in the program. */
export type Target = { "room": "reflection", "id": ReflectionId } | { "room": "activity", "id": ActivityId } | { "room": "theory", "id": TheoryId } | { "room": "programme" } | { "room": "programmeField", "id": ProgrammeField } | { "room": "activities" } | { "room": "theoryRoom" } | { "room": "export" };

/** A work that the learner studies. */
export type Theory = {
  /** Identity. */
  id: TheoryId,
  /** Short name to cite it by, such as `benner1984`: see [`key`]. */
  citeKey: string,
  /** What kind of source it is. */
  kind: TheoryKind,
  /** People who wrote it. */
  authors: Array<Author>,
  /** The organisation that wrote it, where no people are named. */
  corporateAuthor: string,
  /** Year as printed, or `n.d.`. */
  year: string,
  /** Title as printed; it is never re-cased. */
  title: string,
  /** Journal or book that it stands in. */
  container: string,
  /** Its short title, as some styles print it: `J Adv Nurs`. */
  containerShort: string,
  /** Editors of that book. */
  editors: Array<Author>,
  /** Edition, such as `2nd`. */
  edition: string,
  /** Volume of a journal. */
  volume: string,
  /** Issue of a journal. */
  issue: string,
  /** Pages or article number. */
  pages: string,
  /** Publisher. */
  publisher: string,
  /** Place of publication. */
  place: string,
  /** Digital object identifier, without an address in front. */
  doi: string,
  /** Address. It is printed, never fetched. */
  url: string,
  /** When the address was last read. */
  accessedOn: string | null,
  /** The idea, in the learner's own words. */
  keyIdea: string,
  /** A short quotation. */
  quotation: string,
  /** The page of the quotation. */
  quotationPage: string,
  /** The module it was studied in. */
  module: string,
  /** The learner's own labels. */
  tags: Array<string>,
  /** Codes of the criteria that it is studied for. */
  criteria: Array<string>,
  /** The work itself, if a file of it is kept. */
  evidenceId: EvidenceId | null,
  /** When it was added. */
  createdAt: string,
  /** When it last changed. */
  changedAt: string,
  /** When it was moved to the bin, if it was. */
  deletedAt: string | null, };

/** A [work of theory](crate::theory::Theory). */
export type TheoryId = string;

/** What kind of source it is. */
export type TheoryKind = "book" | "chapter" | "article" | "web_page" | "report" | "lecture" | "other";

/** A reflection's claim that a work of theory explains it, and how. */
export type TheoryLink = {
  /** Identity. */
  id: TheoryLinkId,
  /** The reflection. */
  reflectionId: ReflectionId,
  /** The work. */
  theoryId: TheoryId,
  /** How the two stand to each other. */
  relation: TheoryRelation,
  /** How the theory explains what happened, in a sentence or two. */
  rationale: string,
  /** The passage that it is about; empty for the whole account. */
  passage: string,
  /** When it was taken away and moved to the bin, if it was. */
  deletedAt: string | null, };

/** A [link](crate::theory::TheoryLink) from a reflection to a work of theory. */
export type TheoryLinkId = string;

/** Names a link to a work of theory. */
export type TheoryLinkRef = {
  /** Which. */
  id: TheoryLinkId, };

/** A link to theory, with enough of the work to show it. */
export type TheoryLinkView = {
  /** The link. */
  link: TheoryLink,
  /** `Benner (1984)`. */
  label: string,
  /** Title of the work. */
  title: string,
  /** Whether the passage it is about is no longer in the account's text. */
  passageGone: boolean, };

/** Practice and theory side by side. */
export type TheoryMap = {
  /** The finding, as a sentence without a full stop. */
  title: string,
  /** What the map shows, for people who cannot see it. */
  description: string,
  /** The columns, without a gap, earliest first; none without an account. */
  periods: Array<MapPeriod>,
  /** The rows, by module in the order of its first work; works without a module come last. */
  modules: Array<MapModule>,
  /** The accounts that draw on no theory, by period. */
  bare: Array<MapCell>,
  /** How many works there are. */
  works: number,
  /** How many accounts there are. */
  accounts: number,
  /** How many of them draw on theory. */
  withTheory: number,
  /** Activities that were written about without any theory, by day. */
  bareActivities: Array<BareActivity>,
  /** How many activities nothing was written about yet. */
  unwritten: number,
  /** The latest of them, at most 50, latest first. */
  latestUnwritten: Array<MappedActivity>,
  /** The authors that accounts draw on, most first, then by name. */
  authors: Array<AuthorUse>,
  /** The rows once more, as a table. */
  table: PlotTable, };

/** The works of a list. */
export type TheoryPage = {
  /** By author, then year. */
  rows: Array<TheoryRow>,
  /** Pairs that look like the same work. */
  alike: Array<Alike>, };

/** A work that is being entered, as it would be printed. */
export type TheoryPreview = {
  /** Its reference. */
  reference: Array<ReferenceRun>,
  /** Names that deserve a second look. None of them is refused. */
  doubts: Array<DoubtedName>, };

/** Names a work. */
export type TheoryRef = {
  /** Which. */
  id: TheoryId, };

/** How a work of theory stands to what happened. */
export type TheoryRelation = "applies" | "illustrates" | "challenges" | "extends";

/** A work in a list. */
export type TheoryRow = {
  /** The work. */
  theory: Theory,
  /** `Benner (1984)`. */
  label: string,
  /** How many reflections use it. */
  uses: number, };

/** A use of a work. */
export type TheoryUse = {
  /** The link. */
  link: TheoryLink,
  /** The reflection that uses it. */
  reflectionId: ReflectionId,
  /** Its title. */
  reflectionTitle: string,
  /** The day of its event. */
  happenedOn: string | null,
  /** Whether the passage it is about is no longer in the account's text. */
  passageGone: boolean, };

/** One work with every use of it. */
export type TheoryView = {
  /** The work. */
  theory: Theory,
  /** `Benner (1984)`. */
  label: string,
  /** Its reference, as it stands in the reference list. */
  reference: Array<ReferenceRun>,
  /** The work itself, if a file of it is kept. */
  file: Evidence | null,
  /** Its uses. */
  uses: Array<TheoryUse>, };

/** A mark on an axis. */
export type Tick = {
  /** Where, in the axis's unit. */
  at: number,
  /** What it says. */
  label: string, };

/** A timer that runs, or that was stopped and waits for somebody to look at its length. */
export type Timer = {
  /** What it is for; may be empty. */
  title: string,
  /** The day of the portfolio on which it was started. */
  on: string,
  /** When it was started, with the clock on the wall. */
  started: string,
  /** When it was stopped, if it was. */
  stopped: string | null, };

/** Why the time that a timer measured is not taken for the length of an activity. */
export type TimerDoubt = "clock_set_back" | "too_short" | "over_night" | "over_a_day";

/** The timer, if there is one. */
export type TimerView = {
  /** It runs, or was stopped and waits to be looked at. */
  timer: Timer | null,
  /** What it measured, once it was stopped. */
  measured: Measured | null, };

/** What the Today room shows. */
export type TodayView = {
  /** Today, as the portfolio sees it. */
  today: string,
  /** The week of the training: `training week 43 of 104`; empty without a programme. */
  week: string,
  /** What stands in the capture box. */
  capture: string,
  /** Hours in brief. */
  hours: HoursView,
  /** At most two things worth doing next. */
  next: Array<Suggestion>,
  /** Unfinished reflections, newest first, at most five. */
  drafts: Array<ReflectionRow>, };

/** Totals of claimed time, never mixed. */
export type Totals = {
  /** Claimed and counting, whether confirmed or not. */
  claimed: Minutes,
  /** The part of it that someone other than the learner confirmed. */
  confirmed: Minutes,
  /** Claimed, but by the rules not counting. */
  excluded: Minutes,
  /**
   * The part of all this about which the learner disagrees with the rules. It stays where the rules put
   * it, and is never added to anything.
   */
  disputed: Minutes,
  /** Claimed for days that have not come: it counts nowhere yet, and is added to nothing. */
  toCome: Minutes, };

/** One box of a form, as it stands. */
export type TypedField = {
  /** Name of the box within its form, such as `title` or `doneOn.day`. */
  name: string,
  /** What stands in it, as typed. */
  text: string,
  /** What stood in it before anything was typed: where that is no longer so, the thing was changed meanwhile. */
  before: string, };

/** What was taken back. */
export type Undone = {
  /** What it was: "Moved “Night shift” to the bin"; absent if there was nothing to take back or do again. */
  what: string | null,
  /** What the next one would take back or do again; empty if nothing. */
  next: string, };

/** What was typed into a form that was not sent off. */
export type Unfinished = {
  /** The form. */
  form: Form,
  /** Id of what it is about; absent where there is one such form, and for a new thing. */
  about: string | null,
  /** Its boxes, in the order of the form. */
  fields: Array<TypedField>,
  /** When something was typed last. */
  changedAt: string, };

/** Names a form. */
export type UnfinishedRef = {
  /** The form. */
  form: Form,
  /** Id of what it is about; absent where there is one such form, and for a new thing. */
  about: string | null, };

/** Whether an activity's claimed time counts, and why. */
export type Verdict = {
  /** The answer. */
  answer: Answer,
  /** The reason in one sentence. */
  reason: string, };

/** Something to know about a figure; never a reason not to show it. */
export type Warning = {
  /** Stable code, such as `below_minimum_duration`. */
  code: string,
  /** One sentence. */
  text: string, };

/** A day of a week. */
export type WeekDay = {
  /** Which day. */
  day: string,
  /** How it stands to the training period. */
  standing: DayStanding,
  /** What was done, in the order in which it was recorded. */
  rows: Array<ActivityRow>,
  /** Its totals. */
  totals: Totals, };

/** Asks for the week that holds a day. */
export type WeekOf = {
  /** The day; today if absent. */
  day: string | null, };

/** An entry of the week before, moved by seven days. */
export type WeekProposal = {
  /** The entry it comes from. */
  from: ActivityId,
  /** What it would say. */
  content: ActivityContent,
  /** What was claimed then; it is not carried over. */
  claimedThen: Minutes | null,
  /** An entry like it is there already. */
  isThere: boolean,
  /** Its day has not come yet. */
  isToCome: boolean,
  /** How its day stands to the training period. */
  standing: DayStanding, };

/** The week before, once more. */
export type WeekProposals = {
  /** Monday of the week that they are for. */
  firstDay: string,
  /** In the order of their days. */
  proposals: Array<WeekProposal>, };

/** A week, Monday first. */
export type WeekView = {
  /** Its Monday. */
  firstDay: string,
  /** Its days. */
  days: Array<WeekDay>,
  /** Today, as the portfolio sees it. */
  today: string,
  /** Its totals. */
  totals: Totals,
  /** Totals of their own, for tags that are used. */
  byTag: Array<TagTotal>,
  /** What an even pace asks of it; absent where the programme gives none. */
  pace: Minutes | null, };

/** A day of the week, Monday first. */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/** A file that was written. */
export type WrittenFile = {
  /** Its name. */
  fileName: string,
  /** Its folder, for people to read. */
  folder: string, };

/** What a person reads for each MonthKind, in the order in which they are offered. */
export const labelMonthKind: Readonly<Record<MonthKind, string>> = {
  learning: "Learning",
  idle: "No learning, for too long",
  quiet: "No learning",
  break: "Break in learning",
};

/** What a person reads for each CheckCode, in the order in which they are offered. */
export const labelCheckCode: Readonly<Record<CheckCode, string>> = {
  overlap: "Overlapping times",
  long_day: "More than 8 hours in a day",
  future: "Dates in the future",
  before_start: "Before the start",
  after_planned_end: "After the planned end",
  after_gateway: "After gateway or the end",
  in_break: "In a break in learning",
  unusual_time: "Weekends and nights",
  late: "Recorded late",
  near_duplicate: "Nearly the same twice",
  no_learning: "What was newly learned",
  unconfirmed: "Confirmed by someone else",
  idle: "Time without learning",
  at_minimum: "Just at the minimum",
  planned: "Planned and delivered",
  excluded: "Claimed, but does not count",
  disputed: "Disputed",
};

/** What a person reads for each Outcome, in the order in which they are offered. */
export const labelOutcome: Readonly<Record<Outcome, string>> = {
  fine: "Fine",
  unknown: "Not known yet",
  look: "Worth a look",
  problem: "To put right",
};

/** What a person reads for each Category, in the order in which they are offered. */
export const labelCategory: Readonly<Record<Category, string>> = {
  theory: "Teaching of theory",
  simulation: "Simulation or skills lab",
  manufacturer: "Manufacturer or supplier training",
  practical: "Being taught a practical skill",
  shadowing: "Shadowing",
  mentoring: "Mentoring or coaching",
  industry_visit: "Visit to another service or site",
  competition: "Skills competition",
  conference: "Conference or study day",
  learning_support: "Learning support",
  assignment: "Writing an assignment or reflection",
  self_study: "Directed study",
  placement: "Practice placement",
  portfolio: "Putting the portfolio together",
  mock_epa: "Practice for the assessment",
  mandatory_training: "Mandatory training",
  outside_hours: "Learning outside normal hours, by agreement",
  x_normal_work: "Normal work",
  x_english_maths: "English or maths up to level 2",
  x_progress_review: "Progress review",
  x_exam: "Examination or assessment",
  x_onboarding: "Enrolment or onboarding",
  x_not_in_standard: "Training outside the standard",
  x_unpaid_time: "Own time, not compensated",
  x_break: "During a break or after gateway",
  x_prior: "Already credited as prior learning",
};

/** What a person reads for each PaidTime, in the order in which they are offered. */
export const labelPaidTime: Readonly<Record<PaidTime, string>> = {
  paid: "In paid hours",
  compensated: "Outside paid hours, compensated",
  unpaid: "Outside paid hours, not compensated",
  unknown: "Not said",
};

/** What a person reads for each DeliveredBy, in the order in which they are offered. */
export const labelDeliveredBy: Readonly<Record<DeliveredBy, string>> = {
  unknown: "Not said",
  provider: "Provider",
  employer: "Employer",
  other: "Another organisation",
  self: "Myself",
};

/** What a person reads for each Place, in the order in which they are offered. */
export const labelPlace: Readonly<Record<Place, string>> = {
  unknown: "Not said",
  workplace: "Workplace",
  campus: "Campus",
  online: "Online",
  placement: "Placement",
  home: "Home",
};

/** What a person reads for each ActivityTag, in the order in which they are offered. */
export const labelActivityTag: Readonly<Record<ActivityTag, string>> = {
  protected_learning_time: "Protected learning time",
  supernumerary: "Supernumerary",
  theory_hours: "Theory hours",
  practice_hours: "Practice hours",
};

/** What a person reads for each ConfirmationState, in the order in which they are offered. */
export const labelConfirmationState: Readonly<Record<ConfirmationState, string>> = {
  draft: "Draft",
  submitted: "Submitted",
  confirmed: "Confirmed",
  queried: "Queried",
  rejected: "Rejected",
};

/** What a person reads for each ContentField, in the order in which they are offered. */
export const labelContentField: Readonly<Record<ContentField, string>> = {
  title: "Title",
  done_on: "Day",
  times: "Times",
  duration: "Length",
  off_the_job: "Off-the-job time",
  category: "Kind",
  what_was_done: "What was done",
  what_was_learned: "What was newly learned",
  paid: "Paid time",
  compensation: "How the time was given back",
  delivered_by: "Delivered by",
  delivered_by_kind: "Delivered by whose staff",
  place: "Place",
  criteria: "Criteria",
  tags: "Also counts as",
};

/** What a person reads for each TimerDoubt, in the order in which they are offered. */
export const labelTimerDoubt: Readonly<Record<TimerDoubt, string>> = {
  clock_set_back: "The clock of this computer was set back while the timer ran, so it cannot say how long it took.",
  too_short: "The timer ran for less than a minute.",
  over_night: "The timer ran over night. Say how long it took, if you did not forget to stop it.",
  over_a_day: "The timer ran for more than a day, and one activity cannot take that long. Say how long it took.",
};

/** What a person reads for each EvidenceKind, in the order in which they are offered. */
export const labelEvidenceKind: Readonly<Record<EvidenceKind, string>> = {
  work_product: "Work product",
  witness_testimony: "Witness testimony",
  observation_record: "Observation record",
  feedback: "Feedback",
  certificate: "Certificate",
  media: "Picture or recording",
};

/** What a person reads for each Answer, in the order in which they are offered. */
export const labelAnswer: Readonly<Record<Answer, string>> = {
  counts: "Counts",
  does_not_count: "Does not count",
  not_yet: "Does not count yet",
  ask_provider: "Ask your provider",
  not_claimed: "Nothing claimed",
};

/** What a person reads for each FigureSource, in the order in which they are offered. */
export const labelFigureSource: Readonly<Record<FigureSource, string>> = {
  training_plan: "From your training plan",
  computed: "Estimate from your dates and hours",
  published: "Published for your standard",
  floor: "The least any programme must have",
};

/** What a person reads for each Question, in the order in which they are offered. */
export const labelQuestion: Readonly<Record<Question, string>> = {
  training: "Was it during your training, and in no break?",
  paid: "Was it in paid hours, or agreed and given back?",
  new: "Was it new to you?",
  standard: "Does your standard need it?",
  kind: "Is it a kind that can count?",
};

/** What a person reads for each Reply, in the order in which they are offered. */
export const labelReply: Readonly<Record<Reply, string>> = {
  yes: "Yes",
  no: "No",
  ask_provider: "Ask your provider",
  not_said: "Not said",
};

/** What a person reads for each DayStanding, in the order in which they are offered. */
export const labelDayStanding: Readonly<Record<DayStanding, string>> = {
  training: "In training",
  before_start: "Before your programme began",
  break: "Break in learning",
  after_end: "After your training",
};

/** What a person reads for each ColumnRole, in the order in which they are offered. */
export const labelColumnRole: Readonly<Record<ColumnRole, string>> = {
  unused: "Leave out",
  date: "Date",
  start: "Start time",
  end_date: "End date",
  end: "End time",
  took: "How long it took",
  took_hours: "How long it took, in hours",
  took_minutes: "How long it took, in minutes",
  learning: "Off-the-job time",
  title: "What it was",
  kind: "Kind of activity",
  done: "What was done",
  learned: "What was newly learned",
  delivered_by: "Delivered by",
  place: "Place",
  criteria: "Criteria",
  note: "Keep as a note",
};

/** What a person reads for each DateOrder, in the order in which they are offered. */
export const labelDateOrder: Readonly<Record<DateOrder, string>> = {
  day_first: "Day first, as in 31/12/2026",
  month_first: "Month first, as in 12/31/2026",
};

/** What a person reads for each Delimiter, in the order in which they are offered. */
export const labelDelimiter: Readonly<Record<Delimiter, string>> = {
  comma: "Comma",
  semicolon: "Semicolon",
  tab: "Tab",
  pipe: "Vertical bar",
};

/** What a person reads for each Nation, in the order in which they are offered. */
export const labelNation: Readonly<Record<Nation, string>> = {
  england: "England",
  scotland: "Scotland",
  wales: "Wales",
  northern_ireland: "Northern Ireland",
};

/** What a person reads for each ProgrammeField, in the order in which they are offered. */
export const labelProgrammeField: Readonly<Record<ProgrammeField, string>> = {
  originalStart: "Original start",
  plannedEnd: "Planned end of training",
  weekly: "Average hours a week",
  planHours: "Off-the-job hours in your training plan",
  publishedHours: "Published hours for your standard",
  priorLearning: "Hours taken off for prior learning",
  plannedHours: "Hours your provider plans to deliver",
  breaks: "Breaks in learning",
  hoursChanges: "Changes of weekly hours",
  title: "Name of the apprenticeship",
  provider: "Training provider",
  employer: "Employer",
  standardReference: "Reference of the standard",
  standardVersion: "Version of the standard",
  gatewayOn: "Day of gateway",
  endedOn: "Day the programme ended",
};

/** What a person reads for each ReflectionPolicy, in the order in which they are offered. */
export const labelReflectionPolicy: Readonly<Record<ReflectionPolicy, string>> = {
  unknown: "Not known yet",
  excluded: "Reflections must be left out",
  allowed: "Reflections may be included",
};

/** What a person reads for each Weekday, in the order in which they are offered. */
export const labelWeekday: Readonly<Record<Weekday, string>> = {
  monday: "Monday",
  tuesday: "Tuesday",
  wednesday: "Wednesday",
  thursday: "Thursday",
  friday: "Friday",
  saturday: "Saturday",
  sunday: "Sunday",
};

/** What a person reads for each ReflectionState, in the order in which they are offered. */
export const labelReflectionState: Readonly<Record<ReflectionState, string>> = {
  draft: "Draft",
  finished: "Finished",
};

/** What a person reads for each TheoryKind, in the order in which they are offered. */
export const labelTheoryKind: Readonly<Record<TheoryKind, string>> = {
  book: "Book",
  chapter: "Chapter",
  article: "Journal article",
  web_page: "Web page",
  report: "Report or policy",
  lecture: "Lecture",
  other: "Other",
};

/** What a person reads for each TheoryRelation, in the order in which they are offered. */
export const labelTheoryRelation: Readonly<Record<TheoryRelation, string>> = {
  applies: "applies",
  illustrates: "illustrates",
  challenges: "challenges",
  extends: "extends",
};

/** Every command, with what it asks for and what it answers. */
export interface Commands {
  /** Which portfolio is open, and how much it holds. */
  portfolio_status: { request: Nothing; response: PortfolioStatus };
  /** What the Today room shows. */
  today: { request: Nothing; response: TodayView };
  /** Keeps what is typed into the capture box, as it is typed. */
  save_capture: { request: SaveCapture; response: Saved };
  /** Turns the captured text into an activity and leaves it there. */
  keep_capture: { request: Nothing; response: Activity };
  /** Turns the captured text into an activity and a reflection that is linked to it. */
  write_about_capture: { request: Nothing; response: ReflectionBegun };
  /** Reflections, newest first, a page at a time. */
  list_reflections: { request: ListReflections; response: ReflectionPage };
  /** One reflection with everything the writing room shows. */
  reflection: { request: ReflectionRef; response: ReflectionView };
  /** Begins a reflection, linked to an activity if one is named. */
  create_reflection: { request: CreateReflection; response: ReflectionBegun };
  /** Keeps the present text of a reflection. */
  save_reflection: { request: SaveReflection; response: SavedReflection };
  /** Links a reflection to a work of theory, or changes such a link. */
  link_theory: { request: LinkTheory; response: TheoryLink };
  /** Moves a link to a work of theory to the bin. */
  unlink_theory: { request: TheoryLinkRef; response: Done };
  /** Takes the passage off a link to a work of theory: it is about the whole account then. */
  drop_passage: { request: TheoryLinkRef; response: Done };
  /** Links a reflection to an activity. */
  link_activity: { request: ActivityLink; response: Done };
  /** Takes away a link to an activity. */
  unlink_activity: { request: ActivityLink; response: Done };
  /** Likely identifiers of people in a reflection. It warns and never alters. */
  likely_identifiers: { request: ReflectionRef; response: Identifiers };
  /** The reflection models on offer: built in, then the person's own. */
  models: { request: Nothing; response: Models };
  /** Keeps a person's own reflection model. */
  save_model: { request: SaveModel; response: OwnModel };
  /** Activities, newest first, a page at a time. */
  list_activities: { request: ListActivities; response: ActivityPage };
  /** The week that holds a day. */
  week: { request: WeekOf; response: WeekView };
  /** One activity with all that hangs on it. */
  activity: { request: ActivityRef; response: ActivityView };
  /** Keeps an activity, new or changed. */
  save_activity: { request: SaveActivity; response: ActivityRow };
  /** Records what someone other than the learner said of an activity. */
  record_confirmation: { request: RecordConfirmation; response: ActivityRow };
  /** Records what someone other than the learner said of several activities at once. */
  confirm_activities: { request: ConfirmActivities; response: Handled };
  /** Hands activities over for somebody's word. */
  submit_activities: { request: ActivityRefs; response: Handled };
  /** The files that are kept. */
  list_evidence: { request: Nothing; response: EvidenceList };
  /** Lets a file that is kept belong to an activity. */
  link_evidence: { request: EvidenceLink; response: Done };
  /** Takes a file off an activity. */
  unlink_evidence: { request: EvidenceLink; response: Done };
  /** What the week before had, moved by seven days. */
  propose_week: { request: WeekOf; response: WeekProposals };
  /** Logs chosen entries of the week before once more, seven days later. */
  copy_week: { request: CopyWeek; response: Handled };
  /** What recurs. */
  list_recurrences: { request: Nothing; response: Recurrences };
  /** Keeps something that recurs, new or changed. */
  save_recurrence: { request: SaveRecurrence; response: Recurrence };
  /** What is due and waits for a word. */
  due_entries: { request: Nothing; response: DueEntries };
  /** Says what became of a day that is due. */
  answer_recurrence: { request: AnswerRecurrence; response: ActivityRow | null };
  /** The timer that runs or waits to be looked at. */
  timer: { request: Nothing; response: TimerView };
  /** Starts a timer. */
  start_timer: { request: NameTimer; response: TimerView };
  /** Says what the timer is for, as it is typed. */
  name_timer: { request: NameTimer; response: Saved };
  /** Stops the timer; its length waits to be looked at. */
  stop_timer: { request: Nothing; response: TimerView };
  /** Lets a timer that was stopped run on. */
  resume_timer: { request: Nothing; response: TimerView };
  /** Logs what the person makes of the time, and clears the timer. */
  log_timer: { request: SaveActivity; response: ActivityRow };
  /** Gives the timer up without logging anything. */
  discard_timer: { request: Nothing; response: Done };
  /** Who confirmed activities before, the latest first. */
  confirmers: { request: Nothing; response: Confirmers };
  /** The timesheet or calendar that waits to be looked through, and what it would add to the log. */
  pending_import: { request: Nothing; response: ImportView | null };
  /** Takes what the person says of the columns of a timesheet. */
  map_import: { request: MapImport; response: Done };
  /** Takes what the person says of the days of a calendar to look at. */
  set_import_period: { request: SetImportPeriod; response: Done };
  /** Adds the proposals that are agreed to; one undo takes all of them back. */
  accept_import: { request: AcceptImport; response: Imported };
  /** Puts the file away that waits to be looked through. */
  dismiss_import: { request: ImportRef; response: Done };
  /** Reads a citation file that was pasted as text, so that it can be looked through. */
  paste_library: { request: PasteLibrary; response: ImportRef };
  /** The citation file that waits to be looked through, and what it would add to the library. */
  pending_library: { request: Nothing; response: LibraryView | null };
  /** Adds the works that are agreed to, or fills them in; one undo takes all of it back. */
  accept_library: { request: AcceptLibrary; response: LibraryImported };
  /** Puts the citation file away that waits to be looked through. */
  dismiss_library: { request: ImportRef; response: Done };
  /** Reads a length of time as people write it. */
  read_duration: { request: ReadDuration; response: DurationReadings };
  /** Works of theory, by author. */
  list_theory: { request: Nothing; response: TheoryPage };
  /** One work with every use of it. */
  theory: { request: TheoryRef; response: TheoryView };
  /** Practice and theory side by side; nothing where there is neither a work nor an account. */
  theory_map: { request: Nothing; response: TheoryMap | null };
  /** A work as it would be printed, before it is kept. */
  preview_theory: { request: SaveTheory; response: TheoryPreview };
  /** Keeps a work, new or changed. */
  save_theory: { request: SaveTheory; response: Theory };
  /** How works are cited, and how else they could be. */
  citation_styles: { request: Nothing; response: CitationStyles };
  /** Chooses how works are cited. */
  choose_citation_style: { request: ChooseCitationStyle; response: CitationStyles };
  /** Takes its file off a work. */
  detach_work_file: { request: TheoryRef; response: Done };
  /** The works that the built-in models of reflection come from, and which of them are there. */
  model_works: { request: Nothing; response: ModelWorks };
  /** Adds works of built-in models; those that are there stay as they are, and one undo takes the others back. */
  add_model_works: { request: AddModelWorks; response: Handled };
  /** Makes one entry of two for the same work; one undo takes it back. */
  merge_theory: { request: MergeTheory; response: Theory };
  /** Learner and programme, and what they ask for. */
  programme: { request: Nothing; response: ProgrammeView };
  /** What a programme would ask for, before it is kept. */
  preview_programme: { request: Programme; response: RequirementPreview };
  /** Keeps learner and programme. */
  save_programme: { request: SaveProgramme; response: ProgrammeView };
  /** Hours against the minimum, with the same time by kind and by month. */
  hours_room: { request: Nothing; response: HoursRoom };
  /** Every check of the off-the-job log, as an auditor would make them. */
  audit: { request: Nothing; response: AuditView };
  /** What the checks say of an entry as it is typed; nothing of it is kept. */
  check_entry: { request: SaveActivity; response: EntryRemarks };
  /** A text as sanitised HTML, by the same code that sets the PDF. */
  render_markdown: { request: RenderMarkdown; response: RenderedMarkdown };
  /** What the texts of an account cite, as sanitised HTML. */
  render_references: { request: RenderReferences; response: RenderedReferences };
  /** Finds words in everything that was written. */
  search: { request: SearchFor; response: SearchHits };
  /** Keeps a picture or file that was pasted or dropped. */
  add_evidence: { request: AddEvidence; response: Evidence };
  /** What was typed into a form that was not sent off; nothing if there is nothing. */
  unfinished: { request: UnfinishedRef; response: Unfinished | null };
  /** Keeps what stands in a form, as it is typed. */
  save_unfinished: { request: SaveUnfinished; response: Saved };
  /** Throws away what was typed into a form. */
  discard_unfinished: { request: UnfinishedRef; response: Done };
  /** Moves something to the bin. */
  move_to_bin: { request: BinItemRef; response: Binned };
  /** Takes something out of the bin. */
  restore_from_bin: { request: BinItemRef; response: Binned };
  /** What the bin holds, newest first. */
  list_bin: { request: Nothing; response: BinContents };
  /** Takes back the last change that can be taken back. */
  undo: { request: Nothing; response: Undone };
  /** Does again what was taken back last, unless something was changed since. */
  redo: { request: Nothing; response: Undone };
  /** What an export would hold, and what deserves a look first. */
  check_export: { request: ExportOptions; response: ExportChecks };
  /** Sets the pages of an export, to be looked at. */
  preview_export: { request: ExportOptions; response: ExportPreview };
  /** How one of those pages looks. */
  preview_page: { request: PreviewPageRef; response: PreviewPage };
  /** Choices for a document under a name: those that come with the program, and the person's own. */
  export_profiles: { request: Nothing; response: ExportProfiles };
  /** Modules, works and accounts that an export may be narrowed to. */
  export_narrowing: { request: Nothing; response: ExportNarrowing };
  /** Keeps choices under a name. */
  keep_export_profile: { request: KeepExportProfile; response: ExportProfiles };
  /** Gives up choices that the person kept. */
  remove_export_profile: { request: ExportProfileRef; response: ExportProfiles };
  /** What was made to be handed in, and how much is different since. */
  exports: { request: Nothing; response: ExportHistory };
  /** The pages are no longer looked at. */
  close_preview: { request: Nothing; response: Done };
  /** A PDF that was dropped on the window, with what is inside and what bringing it back would do; nothing if none waits. */
  portfolio_offer: { request: Nothing; response: PortfolioOffer | null };
  /** Brings that PDF back into the open portfolio. */
  accept_portfolio_offer: { request: Nothing; response: PortfolioImported };
  /** Puts that PDF away. */
  dismiss_portfolio_offer: { request: Nothing; response: Done };
  /** How the program looks and behaves on this computer. */
  settings: { request: Nothing; response: Settings };
  /** Keeps the settings. */
  save_settings: { request: Settings; response: Settings };
  /** The verified copies of this portfolio. */
  backups: { request: Nothing; response: Backups };
  /** Makes a verified copy now. */
  make_backup: { request: Nothing; response: Backups };
  /** The file that was last refused as too damaged to open, with its verified copies; nothing if none was. */
  rescue: { request: Nothing; response: Rescue | null };
  /** Puts a verified copy in the place of the file that was last refused, which is kept beside it under */
  /** another name, and opens it. */
  rescue_portfolio: { request: BackupRef; response: PortfolioStatus };
  /** Puts a verified copy in place of the portfolio, which is itself kept as a copy first. */
  restore_backup: { request: BackupRef; response: PortfolioStatus };
  /** The interface has drawn its first screen: the window may be shown. */
  window_ready: { request: Nothing; response: Done };
  /** Asks where to keep a new portfolio, makes it and opens it. Nothing if the person turned away. */
  new_portfolio: { request: Nothing; response: PortfolioStatus | null };
  /** Asks which portfolio to open and opens it. */
  open_portfolio: { request: Nothing; response: PortfolioStatus | null };
  /** Opens one of the recent portfolios. */
  open_recent: { request: RecentRef; response: PortfolioStatus };
  /** Opens what this launch asked for: the file it was given or else the default portfolio, which is */
  /** made if it is not there yet. Answers with what is open if something is. */
  open_default: { request: Nothing; response: PortfolioStatus };
  /** Asks where to put a copy and writes it. */
  save_copy: { request: Nothing; response: WrittenFile | null };
  /** Asks where to put the PDF and writes it. Progress is announced as `export-progress`. */
  export_pdf: { request: ExportOptions; response: ExportedPdf | null };
  /** Asks where to put the audit check as a PDF of one page and writes it. */
  export_audit: { request: Nothing; response: ExportedPdf | null };
  /** Asks where to put the portfolio in its open form and writes it. */
  export_json: { request: Nothing; response: WrittenFile | null };
  /** Asks for a portfolio in its open form or inside a PDF and fills the open, empty portfolio from it, or adds to it. */
  import_portfolio: { request: Nothing; response: PortfolioImported | null };
  /** Asks where to keep the portfolio inside the PDF that was dropped, makes it there and opens it. */
  open_portfolio_offer: { request: Nothing; response: PortfolioStatus | null };
  /** Asks for a timesheet or calendar and reads it, so that it can be looked through. */
  choose_import: { request: Nothing; response: ImportRef | null };
  /** Asks where to put the log and writes it. */
  export_log: { request: ExportLog; response: WrittenFile | null };
  /** Asks for a citation file and reads it, so that it can be looked through. */
  choose_library: { request: Nothing; response: ImportRef | null };
  /** Asks for a file with a citation style and cites in it from now on. */
  add_citation_style: { request: Nothing; response: CitationStyles | null };
  /** Asks where to put the references of the library and writes them. */
  export_library: { request: ExportLibrary; response: WrittenFile | null };
  /** Everything typed is in the file: the window may close. */
  close_window: { request: Nothing; response: Done };
  /** Something typed could not be kept, so the window stays open until it is or the person gives it up. */
  keep_open: { request: Nothing; response: Done };
  /** Stops the export that is running. */
  cancel_export: { request: Nothing; response: Done };
  /** Asks for a picture and keeps it. */
  choose_picture: { request: Nothing; response: Evidence | null };
  /** Asks for a file and keeps it with an activity. */
  attach_file: { request: AttachFile; response: Evidence | null };
  /** Asks for a file and keeps it as that of a work. */
  attach_work_file: { request: TheoryRef; response: Evidence | null };
  /** Says that the page of a work is on screen, or no longer is: a file that is dropped there is kept as */
  /** that of the work, and announced as `work-file-added`. */
  expect_work_file: { request: ExpectWorkFile; response: Done };
  /** Asks where to put a copy of a file that is kept and writes it. */
  save_file_copy: { request: EvidenceRef; response: WrittenFile | null };
  /** Shows the file that was written last in its folder. */
  show_written_file: { request: Nothing; response: Done };
  /** Shows the portfolio's file in its folder. */
  show_portfolio_file: { request: Nothing; response: Done };
}

/** What each answer is made of, and what each change makes stale. */
export const effects: { readonly [K in keyof Commands]: { readonly reads: readonly Tag[]; readonly changes: readonly Tag[] } } = {
  portfolio_status: { reads: ["portfolio", "reflections", "activities", "theory", "bin", "programme"], changes: [] },
  today: { reads: ["reflections", "activities", "recurrences", "theory", "links", "programme", "portfolio"], changes: [] },
  save_capture: { reads: [], changes: [] },
  keep_capture: { reads: [], changes: ["activities", "bin"] },
  write_about_capture: { reads: [], changes: ["activities", "reflections", "links"] },
  list_reflections: { reads: ["reflections", "links", "theory"], changes: [] },
  reflection: { reads: ["reflections", "links", "theory", "activities", "models", "evidence"], changes: [] },
  create_reflection: { reads: [], changes: ["reflections", "links"] },
  save_reflection: { reads: [], changes: ["reflections"] },
  link_theory: { reads: [], changes: ["links"] },
  unlink_theory: { reads: [], changes: ["links", "bin"] },
  drop_passage: { reads: [], changes: ["links"] },
  link_activity: { reads: [], changes: ["links"] },
  unlink_activity: { reads: [], changes: ["links"] },
  likely_identifiers: { reads: ["reflections"], changes: [] },
  models: { reads: ["models"], changes: [] },
  save_model: { reads: [], changes: ["models"] },
  list_activities: { reads: ["activities", "programme", "links"], changes: [] },
  week: { reads: ["activities", "programme", "links"], changes: [] },
  activity: { reads: ["activities", "programme", "links", "reflections", "theory", "evidence"], changes: [] },
  save_activity: { reads: [], changes: ["activities"] },
  record_confirmation: { reads: [], changes: ["activities"] },
  confirm_activities: { reads: [], changes: ["activities"] },
  submit_activities: { reads: [], changes: ["activities"] },
  list_evidence: { reads: ["evidence"], changes: [] },
  link_evidence: { reads: [], changes: ["links"] },
  unlink_evidence: { reads: [], changes: ["links"] },
  propose_week: { reads: ["activities", "programme"], changes: [] },
  copy_week: { reads: [], changes: ["activities"] },
  list_recurrences: { reads: ["recurrences", "programme"], changes: [] },
  save_recurrence: { reads: [], changes: ["recurrences"] },
  due_entries: { reads: ["recurrences", "programme"], changes: [] },
  answer_recurrence: { reads: [], changes: ["recurrences", "activities"] },
  timer: { reads: ["timer"], changes: [] },
  start_timer: { reads: [], changes: ["timer"] },
  name_timer: { reads: [], changes: [] },
  stop_timer: { reads: [], changes: ["timer"] },
  resume_timer: { reads: [], changes: ["timer"] },
  log_timer: { reads: [], changes: ["timer", "activities"] },
  discard_timer: { reads: [], changes: ["timer"] },
  confirmers: { reads: ["activities"], changes: [] },
  pending_import: { reads: ["import", "activities", "portfolio"], changes: [] },
  map_import: { reads: [], changes: ["import"] },
  set_import_period: { reads: [], changes: ["import"] },
  accept_import: { reads: [], changes: ["import", "activities"] },
  dismiss_import: { reads: [], changes: ["import"] },
  paste_library: { reads: [], changes: ["import"] },
  pending_library: { reads: ["import", "theory"], changes: [] },
  accept_library: { reads: [], changes: ["import", "theory"] },
  dismiss_library: { reads: [], changes: ["import"] },
  read_duration: { reads: [], changes: [] },
  list_theory: { reads: ["theory", "links"], changes: [] },
  theory: { reads: ["theory", "links", "reflections", "evidence", "citationStyle"], changes: [] },
  theory_map: { reads: ["theory", "links", "reflections", "activities"], changes: [] },
  preview_theory: { reads: ["citationStyle"], changes: [] },
  save_theory: { reads: [], changes: ["theory", "reflections"] },
  citation_styles: { reads: ["citationStyle"], changes: [] },
  choose_citation_style: { reads: [], changes: ["citationStyle"] },
  detach_work_file: { reads: [], changes: ["theory", "evidence", "bin"] },
  model_works: { reads: ["theory", "citationStyle"], changes: [] },
  add_model_works: { reads: [], changes: ["theory"] },
  merge_theory: { reads: [], changes: ["theory", "links", "reflections", "bin"] },
  programme: { reads: ["programme"], changes: [] },
  preview_programme: { reads: [], changes: [] },
  save_programme: { reads: [], changes: ["programme"] },
  hours_room: { reads: ["activities", "programme"], changes: [] },
  audit: { reads: ["activities", "programme"], changes: [] },
  check_entry: { reads: ["activities", "programme"], changes: [] },
  render_markdown: { reads: ["theory", "citationStyle"], changes: [] },
  render_references: { reads: ["theory", "citationStyle"], changes: [] },
  search: { reads: ["reflections", "activities", "theory"], changes: [] },
  add_evidence: { reads: [], changes: ["evidence"] },
  unfinished: { reads: ["unfinished"], changes: [] },
  save_unfinished: { reads: [], changes: [] },
  discard_unfinished: { reads: [], changes: ["unfinished"] },
  move_to_bin: { reads: [], changes: ["bin", "reflections", "activities", "recurrences", "theory", "links", "evidence", "models"] },
  restore_from_bin: { reads: [], changes: ["bin", "reflections", "activities", "recurrences", "theory", "links", "evidence", "models"] },
  list_bin: { reads: ["bin"], changes: [] },
  undo: { reads: [], changes: ["bin", "reflections", "activities", "recurrences", "timer", "theory", "citationStyle", "links", "evidence", "programme", "models", "unfinished"] },
  redo: { reads: [], changes: ["bin", "reflections", "activities", "recurrences", "timer", "theory", "citationStyle", "links", "evidence", "programme", "models", "unfinished"] },
  check_export: { reads: ["reflections", "activities", "theory", "links", "programme", "evidence", "citationStyle"], changes: [] },
  preview_export: { reads: [], changes: [] },
  preview_page: { reads: [], changes: [] },
  export_profiles: { reads: ["exports"], changes: [] },
  export_narrowing: { reads: ["reflections", "theory", "links"], changes: [] },
  keep_export_profile: { reads: [], changes: ["exports"] },
  remove_export_profile: { reads: [], changes: ["exports"] },
  exports: { reads: ["exports", "reflections", "activities"], changes: [] },
  close_preview: { reads: [], changes: [] },
  portfolio_offer: { reads: ["portfolio"], changes: [] },
  accept_portfolio_offer: { reads: [], changes: ["portfolio", "programme", "activities", "recurrences", "timer", "reflections", "theory", "citationStyle", "links", "evidence", "plan", "models", "unfinished", "bin", "backups", "exports"] },
  dismiss_portfolio_offer: { reads: [], changes: [] },
  settings: { reads: ["settings"], changes: [] },
  save_settings: { reads: [], changes: ["settings"] },
  backups: { reads: ["backups", "portfolio"], changes: [] },
  make_backup: { reads: [], changes: ["backups"] },
  rescue: { reads: ["portfolio", "backups"], changes: [] },
  rescue_portfolio: { reads: [], changes: ["portfolio", "programme", "activities", "reflections", "theory", "citationStyle", "links", "evidence", "plan", "models", "unfinished", "bin", "backups", "exports"] },
  restore_backup: { reads: [], changes: ["portfolio", "programme", "activities", "recurrences", "timer", "reflections", "theory", "citationStyle", "links", "evidence", "plan", "models", "unfinished", "bin", "backups", "exports"] },
  window_ready: { reads: [], changes: [] },
  new_portfolio: { reads: [], changes: ["portfolio", "programme", "activities", "recurrences", "timer", "reflections", "theory", "citationStyle", "links", "evidence", "plan", "models", "unfinished", "bin", "backups", "exports"] },
  open_portfolio: { reads: [], changes: ["portfolio", "programme", "activities", "recurrences", "timer", "reflections", "theory", "citationStyle", "links", "evidence", "plan", "models", "unfinished", "bin", "backups", "exports"] },
  open_recent: { reads: [], changes: ["portfolio", "programme", "activities", "recurrences", "timer", "reflections", "theory", "citationStyle", "links", "evidence", "plan", "models", "unfinished", "bin", "backups", "exports"] },
  open_default: { reads: [], changes: ["portfolio", "programme", "activities", "recurrences", "timer", "reflections", "theory", "citationStyle", "links", "evidence", "plan", "models", "unfinished", "bin", "backups", "exports"] },
  save_copy: { reads: [], changes: [] },
  export_pdf: { reads: [], changes: ["exports"] },
  export_audit: { reads: [], changes: [] },
  export_json: { reads: [], changes: [] },
  import_portfolio: { reads: [], changes: ["portfolio", "programme", "activities", "recurrences", "timer", "reflections", "theory", "citationStyle", "links", "evidence", "plan", "models", "unfinished", "bin", "backups", "exports"] },
  open_portfolio_offer: { reads: [], changes: ["portfolio", "programme", "activities", "recurrences", "timer", "reflections", "theory", "citationStyle", "links", "evidence", "plan", "models", "unfinished", "bin", "backups", "exports"] },
  choose_import: { reads: [], changes: ["import"] },
  export_log: { reads: [], changes: [] },
  choose_library: { reads: [], changes: ["import"] },
  add_citation_style: { reads: [], changes: ["citationStyle"] },
  export_library: { reads: [], changes: [] },
  close_window: { reads: [], changes: [] },
  keep_open: { reads: [], changes: [] },
  cancel_export: { reads: [], changes: [] },
  choose_picture: { reads: [], changes: ["evidence"] },
  attach_file: { reads: [], changes: ["evidence", "links"] },
  attach_work_file: { reads: [], changes: ["theory", "evidence", "bin"] },
  expect_work_file: { reads: [], changes: [] },
  save_file_copy: { reads: [], changes: [] },
  show_written_file: { reads: [], changes: [] },
  show_portfolio_file: { reads: [], changes: [] },
};
