select criterion_link_id, criterion_id, reflection_id, activity_id, evidence_id, why, passage
from criterion_link
where activity_id = :activity_id
order by seq;
