select
  recurrence_id, title, weekdays, every_weeks, from_on, until_on, start_time, end_time,
  duration_minutes, category, paid, delivered_by, delivered_by_kind, place, criteria, tags,
  created_at, changed_at, deleted_at
from recurrence
where recurrence_id = :recurrence_id;
