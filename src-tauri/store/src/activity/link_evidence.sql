insert into activity_evidence (activity_id, evidence_id, content_hash)
values (:activity_id, :evidence_id, :content_hash)
on conflict (activity_id, evidence_id) do nothing;
