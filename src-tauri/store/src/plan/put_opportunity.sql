insert into opportunity (
  opportunity_id, title, planned_on, duration_minutes, category, with_whom, notes, activity_id,
  created_at, deleted_at, content_hash
)
values (
  :opportunity_id, :title, :planned_on, :duration_minutes, :category, :with_whom, :notes,
  :activity_id, :created_at, :deleted_at, :content_hash
)
on conflict (opportunity_id) do update set
  title = excluded.title,
  planned_on = excluded.planned_on,
  duration_minutes = excluded.duration_minutes,
  category = excluded.category,
  with_whom = excluded.with_whom,
  notes = excluded.notes,
  activity_id = excluded.activity_id,
  created_at = excluded.created_at,
  deleted_at = excluded.deleted_at,
  content_hash = excluded.content_hash;
