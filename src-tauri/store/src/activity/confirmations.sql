select confirmation_id, activity_id, revision, decision, name, role, decided_on, comment, recorded_at
from confirmation
order by seq;
