insert into reflection (
  reflection_id, title, happened_on, model, state, module, revision, created_at, changed_at,
  deleted_at, content_hash
)
values (
  :reflection_id, :title, :happened_on, :model, :state, :module, :revision, :created_at,
  :changed_at, :deleted_at, :content_hash
)
on conflict (reflection_id) do update set
  title = excluded.title,
  happened_on = excluded.happened_on,
  model = excluded.model,
  state = excluded.state,
  module = excluded.module,
  revision = excluded.revision,
  created_at = excluded.created_at,
  changed_at = excluded.changed_at,
  deleted_at = excluded.deleted_at,
  content_hash = excluded.content_hash;
