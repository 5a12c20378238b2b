insert into action (action_id, text, due_on, reflection_id, done_on, created_at, deleted_at, content_hash)
values (
  :action_id, :text, :due_on, :reflection_id, :done_on, :created_at, :deleted_at, :content_hash
)
on conflict (action_id) do update set
  text = excluded.text,
  due_on = excluded.due_on,
  reflection_id = excluded.reflection_id,
  done_on = excluded.done_on,
  created_at = excluded.created_at,
  deleted_at = excluded.deleted_at,
  content_hash = excluded.content_hash;
