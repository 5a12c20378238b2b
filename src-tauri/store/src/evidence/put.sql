insert into evidence (
  evidence_id, file_name, kind, alternative_text, description, media_type, sha256, size,
  created_at, deleted_at, content_hash
)
values (
  :evidence_id, :file_name, :kind, :alternative_text, :description, :media_type, :sha256, :size,
  :created_at, :deleted_at, :content_hash
)
on conflict (evidence_id) do update set
  file_name = excluded.file_name,
  kind = excluded.kind,
  alternative_text = excluded.alternative_text,
  description = excluded.description,
  media_type = excluded.media_type,
  sha256 = excluded.sha256,
  size = excluded.size,
  created_at = excluded.created_at,
  deleted_at = excluded.deleted_at,
  content_hash = excluded.content_hash;
