insert into criterion_link (
  criterion_link_id, criterion_id, reflection_id, activity_id, evidence_id, why, passage,
  content_hash
)
values (
  :criterion_link_id, :criterion_id, :reflection_id, :activity_id, :evidence_id, :why, :passage,
  :content_hash
)
on conflict (criterion_link_id) do update set
  criterion_id = excluded.criterion_id,
  reflection_id = excluded.reflection_id,
  activity_id = excluded.activity_id,
  evidence_id = excluded.evidence_id,
  why = excluded.why,
  passage = excluded.passage,
  content_hash = excluded.content_hash;
