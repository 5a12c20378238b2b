select a.bytes
from evidence as e
join attachment as a on a.sha256 = e.sha256
where e.evidence_id = :evidence_id;
