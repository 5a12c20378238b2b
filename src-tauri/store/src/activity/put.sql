insert into activity (
  activity_id, title, done_on, start_time, end_time, duration_minutes, off_the_job_minutes,
  category, what_was_done, what_was_learned, paid, compensation, delivered_by,
  delivered_by_kind, place, disagreement_counts, disagreement_note, state, created_at, changed_at,
  deleted_at, content_hash
)
values (
  :activity_id, :title, :done_on, :start_time, :end_time, :duration_minutes,
  :off_the_job_minutes, :category, :what_was_done, :what_was_learned, :paid, :compensation,
  :delivered_by, :delivered_by_kind, :place, :disagreement_counts, :disagreement_note, :state,
  :created_at, :changed_at, :deleted_at,
  :content_hash
)
on conflict (activity_id) do update set
  title = excluded.title,
  done_on = excluded.done_on,
  start_time = excluded.start_time,
  end_time = excluded.end_time,
  duration_minutes = excluded.duration_minutes,
  off_the_job_minutes = excluded.off_the_job_minutes,
  category = excluded.category,
  what_was_done = excluded.what_was_done,
  what_was_learned = excluded.what_was_learned,
  paid = excluded.paid,
  compensation = excluded.compensation,
  delivered_by = excluded.delivered_by,
  delivered_by_kind = excluded.delivered_by_kind,
  place = excluded.place,
  disagreement_counts = excluded.disagreement_counts,
  disagreement_note = excluded.disagreement_note,
  state = excluded.state,
  created_at = excluded.created_at,
  changed_at = excluded.changed_at,
  deleted_at = excluded.deleted_at,
  content_hash = excluded.content_hash;
