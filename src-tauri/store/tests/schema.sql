CREATE INDEX action_by_reflection on action (reflection_id);

CREATE INDEX action_in_bin on action (deleted_at) where deleted_at is not null;

CREATE INDEX activity_by_day on activity (done_on, seq);

CREATE INDEX activity_evidence_by_evidence on activity_evidence (evidence_id, activity_id);

CREATE INDEX activity_in_bin on activity (deleted_at) where deleted_at is not null;

CREATE INDEX confirmation_by_activity on confirmation (activity_id, seq);

CREATE INDEX criterion_by_standard on criterion (standard_id, seq);

CREATE INDEX criterion_link_by_activity on criterion_link (activity_id);

CREATE INDEX criterion_link_by_criterion on criterion_link (criterion_id, seq);

CREATE INDEX criterion_link_by_evidence on criterion_link (evidence_id);

CREATE INDEX criterion_link_by_reflection on criterion_link (reflection_id);

CREATE INDEX evidence_by_sha256 on evidence (sha256);

CREATE INDEX evidence_in_bin on evidence (deleted_at) where deleted_at is not null;

CREATE INDEX feedback_by_activity on feedback (activity_id);

CREATE INDEX feedback_by_reflection on feedback (reflection_id);

CREATE INDEX feedback_in_bin on feedback (deleted_at) where deleted_at is not null;

CREATE INDEX opportunity_by_activity on opportunity (activity_id);

CREATE INDEX opportunity_in_bin on opportunity (deleted_at) where deleted_at is not null;

CREATE INDEX own_model_in_bin on own_model (deleted_at) where deleted_at is not null;

CREATE INDEX recurrence_answer_by_activity on recurrence_answer (activity_id);

CREATE INDEX recurrence_in_bin on recurrence (deleted_at) where deleted_at is not null;

CREATE INDEX reflection_activity_by_activity on reflection_activity (activity_id, reflection_id);

CREATE INDEX reflection_by_day
  on reflection (coalesce(happened_on, substr(created_at, 1, 10)), seq);

CREATE INDEX reflection_in_bin on reflection (deleted_at) where deleted_at is not null;

CREATE INDEX theory_by_title on theory (title collate nocase, seq);

CREATE INDEX theory_in_bin on theory (deleted_at) where deleted_at is not null;

CREATE INDEX theory_link_by_reflection on theory_link (reflection_id, seq);

CREATE INDEX theory_link_by_theory on theory_link (theory_id, seq);

CREATE INDEX theory_link_in_bin on theory_link (deleted_at) where deleted_at is not null;

CREATE TABLE action (
  seq integer primary key autoincrement,
  action_id text not null unique check (action_id <> ''),
  text text not null,
  due_on text check (due_on is date(due_on)),
  reflection_id text references reflection (reflection_id),
  done_on text check (done_on is date(done_on)),
  created_at text not null check (created_at like '____-__-__T__:__:__.%Z'),
  deleted_at text check (deleted_at like '____-__-__T__:__:__.%Z'),
  content_hash blob not null check (length(content_hash) = 32)
) strict;

CREATE TABLE activity (
  seq integer primary key autoincrement,
  activity_id text not null unique check (activity_id <> ''),
  title text not null,
  done_on text not null check (done_on is date(done_on)),
  start_time text check (start_time glob '[0-2][0-9]:[0-5][0-9]:[0-6][0-9]*'),
  end_time text check (end_time glob '[0-2][0-9]:[0-5][0-9]:[0-6][0-9]*'),
  duration_minutes integer check (duration_minutes >= 0),
  off_the_job_minutes integer check (off_the_job_minutes >= 0),
  category text check (category <> ''),
  what_was_done text not null,
  what_was_learned text not null,
  paid text not null check (paid in ('paid', 'compensated', 'unpaid', 'unknown')),
  compensation text not null,
  delivered_by text not null,
  delivered_by_kind text not null check (delivered_by_kind <> ''),
  place text not null check (place <> ''),
  state text not null check (state in ('draft', 'submitted', 'confirmed', 'queried', 'rejected')),
  created_at text not null check (created_at like '____-__-__T__:__:__.%Z'),
  changed_at text not null check (changed_at like '____-__-__T__:__:__.%Z'),
  deleted_at text check (deleted_at like '____-__-__T__:__:__.%Z'),
  content_hash blob not null check (length(content_hash) = 32)
, disagreement_counts integer check (disagreement_counts in (0, 1)), disagreement_note text
  check ((disagreement_note is null) = (disagreement_counts is null) and disagreement_note <> '')) strict;

CREATE TABLE activity_criterion (
  activity_id text not null references activity (activity_id),
  position integer not null check (position >= 0),
  code text not null,
  content_hash blob not null check (length(content_hash) = 32),
  primary key (activity_id, position)
) strict;

CREATE TABLE activity_evidence (
  seq integer primary key autoincrement,
  activity_id text not null references activity (activity_id),
  evidence_id text not null references evidence (evidence_id),
  content_hash blob not null check (length(content_hash) = 32),
  unique (activity_id, evidence_id)
) strict;

CREATE TABLE activity_revision (
  seq integer primary key autoincrement,
  activity_id text not null references activity (activity_id),
  revision integer not null check (revision >= 1),
  kept_at text not null check (kept_at like '____-__-__T__:__:__.%Z'),
  title text not null,
  done_on text not null check (done_on is date(done_on)),
  start_time text check (start_time glob '[0-2][0-9]:[0-5][0-9]:[0-6][0-9]*'),
  end_time text check (end_time glob '[0-2][0-9]:[0-5][0-9]:[0-6][0-9]*'),
  duration_minutes integer check (duration_minutes >= 0),
  off_the_job_minutes integer check (off_the_job_minutes >= 0),
  category text check (category <> ''),
  what_was_done text not null,
  what_was_learned text not null,
  paid text not null check (paid in ('paid', 'compensated', 'unpaid', 'unknown')),
  compensation text not null,
  delivered_by text not null,
  delivered_by_kind text not null check (delivered_by_kind <> ''),
  place text not null check (place <> ''),
  criteria text not null check (json_type(criteria) = 'array'),
  tags text not null check (json_type(tags) = 'array'),
  content_hash blob not null check (length(content_hash) = 32),
  unique (activity_id, revision)
) strict;

CREATE TABLE activity_tag (
  activity_id text not null references activity (activity_id),
  position integer not null check (position >= 0),
  tag text not null check (tag <> ''),
  content_hash blob not null check (length(content_hash) = 32),
  primary key (activity_id, position)
) strict;

CREATE TABLE attachment (
  seq integer primary key autoincrement,
  sha256 text not null unique check (sha256 = lower(hex(content_hash))),
  bytes blob not null check (length(bytes) <= 26214400),
  content_hash blob not null check (length(content_hash) = 32)
) strict;

CREATE TABLE confirmation (
  seq integer primary key autoincrement,
  confirmation_id text not null unique check (confirmation_id <> ''),
  activity_id text not null references activity (activity_id),
  revision integer,
  decision text not null check (decision in ('draft', 'submitted', 'confirmed', 'queried', 'rejected')),
  name text not null,
  role text not null,
  decided_on text not null check (decided_on is date(decided_on)),
  comment text not null,
  recorded_at text not null check (recorded_at like '____-__-__T__:__:__.%Z'),
  content_hash blob not null check (length(content_hash) = 32),
  foreign key (activity_id, revision) references activity_revision (activity_id, revision)
) strict;

CREATE TABLE criterion (
  seq integer primary key autoincrement,
  criterion_id text not null unique check (criterion_id <> ''),
  standard_id text not null references standard (standard_id),
  code text not null,
  text text not null,
  content_hash blob not null check (length(content_hash) = 32)
) strict;

CREATE TABLE criterion_link (
  seq integer primary key autoincrement,
  criterion_link_id text not null unique check (criterion_link_id <> ''),
  criterion_id text not null references criterion (criterion_id),
  reflection_id text references reflection (reflection_id),
  activity_id text references activity (activity_id),
  evidence_id text references evidence (evidence_id),
  why text not null,
  passage text not null,
  content_hash blob not null check (length(content_hash) = 32),
  check ((reflection_id is not null) + (activity_id is not null) + (evidence_id is not null) = 1)
) strict;

CREATE TABLE evidence (
  seq integer primary key autoincrement,
  evidence_id text not null unique check (evidence_id <> ''),
  file_name text not null,
  kind text not null check (kind <> ''),
  alternative_text text not null,
  description text not null,
  media_type text not null,
  sha256 text not null references attachment (sha256),
  size integer not null check (size >= 0),
  created_at text not null check (created_at like '____-__-__T__:__:__.%Z'),
  deleted_at text check (deleted_at like '____-__-__T__:__:__.%Z'),
  content_hash blob not null check (length(content_hash) = 32)
) strict;

CREATE TABLE feedback (
  seq integer primary key autoincrement,
  feedback_id text not null unique check (feedback_id <> ''),
  from_whom text not null,
  given_on text not null check (given_on is date(given_on)),
  text text not null,
  reflection_id text references reflection (reflection_id),
  activity_id text references activity (activity_id),
  created_at text not null check (created_at like '____-__-__T__:__:__.%Z'),
  deleted_at text check (deleted_at like '____-__-__T__:__:__.%Z'),
  content_hash blob not null check (length(content_hash) = 32)
) strict;

CREATE TABLE hours_change (
  position integer primary key check (position >= 0),
  from_on text not null check (from_on is date(from_on)),
  weekly_minutes integer not null check (weekly_minutes >= 0),
  content_hash blob not null check (length(content_hash) = 32)
) strict;

CREATE TABLE learner (
  seq integer primary key check (seq = 1),
  name text not null,
  role text not null,
  learner_number text not null,
  content_hash blob not null check (length(content_hash) = 32)
) strict;

CREATE TABLE learning_break (
  position integer primary key check (position >= 0),
  from_on text not null check (from_on is date(from_on)),
  to_on text not null check (to_on is date(to_on)),
  reason text not null,
  content_hash blob not null check (length(content_hash) = 32),
  check (to_on >= from_on)
) strict;

CREATE TABLE opportunity (
  seq integer primary key autoincrement,
  opportunity_id text not null unique check (opportunity_id <> ''),
  title text not null,
  planned_on text check (planned_on is date(planned_on)),
  duration_minutes integer check (duration_minutes >= 0),
  category text check (category <> ''),
  with_whom text not null,
  notes text not null,
  activity_id text references activity (activity_id),
  created_at text not null check (created_at like '____-__-__T__:__:__.%Z'),
  deleted_at text check (deleted_at like '____-__-__T__:__:__.%Z'),
  content_hash blob not null check (length(content_hash) = 32)
) strict;

CREATE TABLE own_model (
  seq integer primary key autoincrement,
  own_model_id text not null unique check (own_model_id <> ''),
  name text not null,
  reference text not null,
  stages text not null check (json_type(stages) = 'array'),
  deleted_at text check (deleted_at like '____-__-__T__:__:__.%Z'),
  content_hash blob not null check (length(content_hash) = 32)
) strict;

CREATE TABLE portfolio (
  seq integer primary key check (seq = 1),
  uid text not null check (uid <> ''),
  as_of text check (as_of is date(as_of)),
  content_hash blob not null check (length(content_hash) = 32)
) strict;

CREATE TABLE programme (
  seq integer primary key check (seq = 1),
  title text not null,
  provider text not null,
  employer text not null,
  standard_reference text not null,
  standard_version text not null,
  original_start_on text check (original_start_on is date(original_start_on)),
  planned_end_on text check (planned_end_on is date(planned_end_on)),
  weekly_minutes integer check (weekly_minutes >= 0),
  nation text not null check (nation in ('england', 'scotland', 'wales', 'northern_ireland')),
  plan_minutes integer check (plan_minutes >= 0),
  published_minutes integer check (published_minutes >= 0),
  prior_learning_minutes integer not null check (prior_learning_minutes >= 0),
  planned_minutes integer check (planned_minutes >= 0),
  working_days text not null check (json_type(working_days) = 'array'),
  working_from_time text check (working_from_time glob '[0-2][0-9]:[0-5][0-9]:[0-6][0-9]*'),
  working_to_time text check (working_to_time glob '[0-2][0-9]:[0-5][0-9]:[0-6][0-9]*'),
  block_release integer not null check (block_release in (0, 1)),
  gateway_on text check (gateway_on is date(gateway_on)),
  ended_on text check (ended_on is date(ended_on)),
  reflection_policy text not null check (reflection_policy in ('unknown', 'excluded', 'allowed')),
  content_hash blob not null check (length(content_hash) = 32),
  check (planned_end_on >= original_start_on)
) strict;

CREATE TABLE recurrence (
  seq integer primary key autoincrement,
  recurrence_id text not null unique check (recurrence_id <> ''),
  title text not null,
  weekdays text not null check (json_type(weekdays) = 'array'),
  every_weeks integer not null check (every_weeks >= 1),
  from_on text not null check (from_on is date(from_on)),
  until_on text check (until_on is date(until_on)),
  start_time text check (start_time glob '[0-2][0-9]:[0-5][0-9]:[0-6][0-9]*'),
  end_time text check (end_time glob '[0-2][0-9]:[0-5][0-9]:[0-6][0-9]*'),
  duration_minutes integer check (duration_minutes >= 0),
  category text check (category <> ''),
  paid text not null check (paid in ('paid', 'compensated', 'unpaid', 'unknown')),
  delivered_by text not null,
  delivered_by_kind text not null check (delivered_by_kind <> ''),
  place text not null check (place <> ''),
  criteria text not null check (json_type(criteria) = 'array'),
  tags text not null check (json_type(tags) = 'array'),
  created_at text not null check (created_at like '____-__-__T__:__:__.%Z'),
  changed_at text not null check (changed_at like '____-__-__T__:__:__.%Z'),
  deleted_at text check (deleted_at like '____-__-__T__:__:__.%Z'),
  content_hash blob not null check (length(content_hash) = 32),
  check (until_on >= from_on)
) strict;

CREATE TABLE recurrence_answer (
  seq integer primary key autoincrement,
  recurrence_id text not null references recurrence (recurrence_id),
  due_on text not null check (due_on is date(due_on)),
  activity_id text references activity (activity_id),
  answered_at text not null check (answered_at like '____-__-__T__:__:__.%Z'),
  content_hash blob not null check (length(content_hash) = 32),
  unique (recurrence_id, due_on)
) strict;

CREATE TABLE reflection (
  seq integer primary key autoincrement,
  reflection_id text not null unique check (reflection_id <> ''),
  title text not null,
  happened_on text check (happened_on is date(happened_on)),
  model text not null,
  state text not null check (state in ('draft', 'finished')),
  module text not null,
  revision integer not null check (revision >= 0),
  created_at text not null check (created_at like '____-__-__T__:__:__.%Z'),
  changed_at text not null check (changed_at like '____-__-__T__:__:__.%Z'),
  deleted_at text check (deleted_at like '____-__-__T__:__:__.%Z'),
  content_hash blob not null check (length(content_hash) = 32)
) strict;

CREATE TABLE reflection_activity (
  seq integer primary key autoincrement,
  reflection_id text not null references reflection (reflection_id),
  activity_id text not null references activity (activity_id),
  content_hash blob not null check (length(content_hash) = 32),
  unique (reflection_id, activity_id)
) strict;

CREATE TABLE reflection_revision (
  seq integer primary key autoincrement,
  reflection_id text not null references reflection (reflection_id),
  revision integer not null check (revision >= 0),
  saved_at text not null check (saved_at like '____-__-__T__:__:__.%Z'),
  title text not null,
  model text not null,
  stages text not null check (json_type(stages) = 'array'),
  content_hash blob not null check (length(content_hash) = 32),
  unique (reflection_id, revision)
) strict;

CREATE TABLE reflection_stage (
  reflection_id text not null references reflection (reflection_id),
  position integer not null check (position >= 0),
  key text not null,
  heading text not null,
  text text not null,
  content_hash blob not null check (length(content_hash) = 32),
  primary key (reflection_id, position)
) strict;

CREATE VIRTUAL TABLE search using fts5 (
  title,
  body,
  content = 'search_text',
  content_rowid = 'search_id',
  tokenize = 'porter unicode61 remove_diacritics 2',
  prefix = '2 3'
);

CREATE TABLE 'search_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'search_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE search_text (
  search_id integer primary key,
  kind text not null check (kind in ('reflection', 'activity', 'theory')),
  item_id text not null,
  title text not null,
  body text not null,
  words integer not null,
  unique (kind, item_id)
) strict;

CREATE TABLE setting (
  key text primary key check (key <> ''),
  value text not null,
  content_hash blob not null check (length(content_hash) = 32)
) strict;

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE standard (
  seq integer primary key autoincrement,
  standard_id text not null unique check (standard_id <> ''),
  reference text not null,
  version text not null,
  title text not null,
  content_hash blob not null check (length(content_hash) = 32)
) strict;

CREATE TABLE theory (
  seq integer primary key autoincrement,
  theory_id text not null unique check (theory_id <> ''),
  cite_key text not null,
  kind text not null check (kind <> ''),
  authors text not null check (json_type(authors) = 'array'),
  corporate_author text not null,
  year text not null,
  title text not null,
  container text not null,
  editors text not null check (json_type(editors) = 'array'),
  edition text not null,
  volume text not null,
  issue text not null,
  pages text not null,
  publisher text not null,
  place text not null,
  doi text not null,
  url text not null,
  accessed_on text check (accessed_on is date(accessed_on)),
  key_idea text not null,
  quotation text not null,
  quotation_page text not null,
  module text not null,
  tags text not null check (json_type(tags) = 'array'),
  created_at text not null check (created_at like '____-__-__T__:__:__.%Z'),
  changed_at text not null check (changed_at like '____-__-__T__:__:__.%Z'),
  deleted_at text check (deleted_at like '____-__-__T__:__:__.%Z'),
  content_hash blob not null check (length(content_hash) = 32)
, container_short text not null default '', criteria text not null default '[]' check (json_type(criteria) = 'array'), evidence_id text references evidence (evidence_id)) strict;

CREATE TABLE theory_link (
  seq integer primary key autoincrement,
  theory_link_id text not null unique check (theory_link_id <> ''),
  reflection_id text not null references reflection (reflection_id),
  theory_id text not null references theory (theory_id),
  relation text not null check (relation in ('applies', 'illustrates', 'challenges', 'extends')),
  rationale text not null,
  passage text not null,
  content_hash blob not null check (length(content_hash) = 32)
, deleted_at text check (deleted_at like '____-__-__T__:__:__.%Z')) strict;

CREATE TABLE unfinished (
  seq integer primary key autoincrement,
  form text not null check (form <> ''),
  about text not null,
  fields text not null check (json_type(fields) = 'array'),
  changed_at text not null check (changed_at like '____-__-__T__:__:__.%Z'),
  content_hash blob not null check (length(content_hash) = 32),
  unique (form, about)
) strict;

CREATE TRIGGER activity_revision_is_never_changed
before update of
  activity_id, revision, kept_at, title, done_on, start_time, end_time, duration_minutes,
  off_the_job_minutes, category, what_was_done, what_was_learned, paid, compensation, delivered_by,
  delivered_by_kind, place, criteria, tags
on activity_revision
begin
  select raise(abort, 'an earlier version of an activity is never changed');
end;

CREATE TRIGGER activity_revision_is_never_removed before delete on activity_revision
begin
  select raise(abort, 'an earlier version of an activity is never removed');
end;

CREATE TRIGGER reflection_revision_is_never_changed
before update of reflection_id, revision, saved_at, title, model, stages on reflection_revision
begin
  select raise(abort, 'an earlier version of an account is never changed');
end;

CREATE TRIGGER reflection_revision_is_never_removed before delete on reflection_revision
begin
  select raise(abort, 'an earlier version of an account is never removed');
end;

CREATE TRIGGER search_text_added after insert on search_text
begin
  insert into search (rowid, title, body) values (new.search_id, new.title, new.body);
end;

CREATE TRIGGER search_text_changed after update on search_text
begin
  insert into search (search, rowid, title, body)
  values ('delete', old.search_id, old.title, old.body);
  insert into search (rowid, title, body) values (new.search_id, new.title, new.body);
end;

CREATE TRIGGER search_text_removed after delete on search_text
begin
  insert into search (search, rowid, title, body)
  values ('delete', old.search_id, old.title, old.body);
end;

