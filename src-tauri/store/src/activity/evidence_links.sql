select activity_id, evidence_id
from activity_evidence
order by seq;
