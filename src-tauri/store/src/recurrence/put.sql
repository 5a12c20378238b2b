insert into recurrence (
  recurrence_id, title, weekdays, every_weeks, from_on, until_on, start_time, end_time,
  duration_minutes, category, paid, delivered_by, delivered_by_kind, place, criteria, tags,
  created_at, changed_at, deleted_at, content_hash
)
values (
  :recurrence_id, :title, :weekdays, :every_weeks, :from_on, :until_on, :start_time, :end_time,
  :duration_minutes, :category, :paid, :delivered_by, :delivered_by_kind, :place, :criteria, :tags,
  :created_at, :changed_at, :deleted_at, :content_hash
)
on conflict (recurrence_id) do update set
  title = excluded.title,
  weekdays = excluded.weekdays,
  every_weeks = excluded.every_weeks,
  from_on = excluded.from_on,
  until_on = excluded.until_on,
  start_time = excluded.start_time,
  end_time = excluded.end_time,
  duration_minutes = excluded.duration_minutes,
  category = excluded.category,
  paid = excluded.paid,
  delivered_by = excluded.delivered_by,
  delivered_by_kind = excluded.delivered_by_kind,
  place = excluded.place,
  criteria = excluded.criteria,
  tags = excluded.tags,
  created_at = excluded.created_at,
  changed_at = excluded.changed_at,
  deleted_at = excluded.deleted_at,
  content_hash = excluded.content_hash;
