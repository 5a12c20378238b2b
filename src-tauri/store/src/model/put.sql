insert into own_model (own_model_id, name, reference, stages, deleted_at, content_hash)
values (:own_model_id, :name, :reference, :stages, :deleted_at, :content_hash)
on conflict (own_model_id) do update set
  name = excluded.name,
  reference = excluded.reference,
  stages = excluded.stages,
  deleted_at = excluded.deleted_at,
  content_hash = excluded.content_hash;
