select
  evidence_id, file_name, kind, alternative_text, description, media_type, sha256, size,
  created_at, deleted_at
from evidence
where evidence_id = :evidence_id;
