-- What an activity said when somebody else was to rely on it. A version is written once and never
-- touched again; `criteria` and `tags` are JSON arrays because it is only ever read whole.
create table activity_revision (
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

create trigger activity_revision_is_never_changed
before update of
  activity_id, revision, kept_at, title, done_on, start_time, end_time, duration_minutes,
  off_the_job_minutes, category, what_was_done, what_was_learned, paid, compensation, delivered_by,
  delivered_by_kind, place, criteria, tags
on activity_revision
begin
  select raise(abort, 'an earlier version of an activity is never changed');
end;

create trigger activity_revision_is_never_removed before delete on activity_revision
begin
  select raise(abort, 'an earlier version of an activity is never removed');
end;

-- An entry that stands as somebody decided says still what they decided about: that version is theirs.
-- Hashes are taken once the structure is there.
insert into activity_revision (
  activity_id, revision, kept_at, title, done_on, start_time, end_time, duration_minutes,
  off_the_job_minutes, category, what_was_done, what_was_learned, paid, compensation, delivered_by,
  delivered_by_kind, place, criteria, tags, content_hash
)
select
  a.activity_id, 1, a.changed_at, a.title, a.done_on, a.start_time, a.end_time,
  a.duration_minutes, a.off_the_job_minutes, a.category, a.what_was_done, a.what_was_learned,
  a.paid, a.compensation, a.delivered_by, a.delivered_by_kind, a.place,
  (
    select json_group_array(c.code order by c.position)
    from activity_criterion as c
    where c.activity_id = a.activity_id
  ),
  (
    select json_group_array(t.tag order by t.position)
    from activity_tag as t
    where t.activity_id = a.activity_id
  ),
  zeroblob(32)
from activity as a
where a.state in ('confirmed', 'queried', 'rejected')
  and exists (select 1 from confirmation as c where c.activity_id = a.activity_id)
order by a.seq;

-- A word is about a version. SQLite can add a column but not a reference of two columns, so the table is
-- made anew.
alter table confirmation rename to confirmation_before;

create table confirmation (
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

insert into confirmation (
  seq, confirmation_id, activity_id, revision, decision, name, role, decided_on, comment,
  recorded_at, content_hash
)
select
  c.seq, c.confirmation_id, c.activity_id,
  (
    select v.revision
    from activity_revision as v
    where v.activity_id = c.activity_id
      and c.seq = (select max(last.seq) from confirmation_before as last where last.activity_id = c.activity_id)
  ),
  c.decision, c.name, c.role, c.decided_on, c.comment, c.recorded_at, c.content_hash
from confirmation_before as c
order by c.seq;

drop table confirmation_before;

create index confirmation_by_activity on confirmation (activity_id, seq);

-- Which files belong to an activity.
create table activity_evidence (
  seq integer primary key autoincrement,
  activity_id text not null references activity (activity_id),
  evidence_id text not null references evidence (evidence_id),
  content_hash blob not null check (length(content_hash) = 32),
  unique (activity_id, evidence_id)
) strict;

create index activity_evidence_by_evidence on activity_evidence (evidence_id, activity_id);

-- What comes again. Lists stand as JSON arrays: they are only ever read and written whole.
create table recurrence (
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

create index recurrence_in_bin on recurrence (deleted_at) where deleted_at is not null;

-- What became of a day on which it was due: an entry, or nothing.
create table recurrence_answer (
  seq integer primary key autoincrement,
  recurrence_id text not null references recurrence (recurrence_id),
  due_on text not null check (due_on is date(due_on)),
  activity_id text references activity (activity_id),
  answered_at text not null check (answered_at like '____-__-__T__:__:__.%Z'),
  content_hash blob not null check (length(content_hash) = 32),
  unique (recurrence_id, due_on)
) strict;

create index recurrence_answer_by_activity on recurrence_answer (activity_id);
