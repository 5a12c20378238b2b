insert into feedback (
  feedback_id, from_whom, given_on, text, reflection_id, activity_id, created_at, deleted_at,
  content_hash
)
values (
  :feedback_id, :from_whom, :given_on, :text, :reflection_id, :activity_id, :created_at,
  :deleted_at, :content_hash
)
on conflict (feedback_id) do update set
  from_whom = excluded.from_whom,
  given_on = excluded.given_on,
  text = excluded.text,
  reflection_id = excluded.reflection_id,
  activity_id = excluded.activity_id,
  created_at = excluded.created_at,
  deleted_at = excluded.deleted_at,
  content_hash = excluded.content_hash;
