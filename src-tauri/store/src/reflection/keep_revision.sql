insert into reflection_revision (
  reflection_id, revision, saved_at, title, model, stages, content_hash
)
values (:reflection_id, :revision, :saved_at, :title, :model, :stages, :content_hash);
