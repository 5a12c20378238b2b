select
  e.evidence_id, e.file_name, e.kind, e.alternative_text, e.description, e.media_type, e.sha256,
  e.size, e.created_at, e.deleted_at
from activity_evidence as l
join evidence as e on e.evidence_id = l.evidence_id
where l.activity_id = :activity_id and e.deleted_at is null
order by l.seq;
