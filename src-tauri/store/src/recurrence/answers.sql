select recurrence_id, due_on, activity_id, answered_at
from recurrence_answer
order by seq;
