insert into confirmation (
  confirmation_id, activity_id, revision, decision, name, role, decided_on, comment, recorded_at,
  content_hash
)
values (
  :confirmation_id, :activity_id, :revision, :decision, :name, :role, :decided_on, :comment,
  :recorded_at, :content_hash
)
on conflict (confirmation_id) do update set
  activity_id = excluded.activity_id,
  revision = excluded.revision,
  decision = excluded.decision,
  name = excluded.name,
  role = excluded.role,
  decided_on = excluded.decided_on,
  comment = excluded.comment,
  recorded_at = excluded.recorded_at,
  content_hash = excluded.content_hash;
