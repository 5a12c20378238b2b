select
  feedback_id, from_whom, given_on, text, reflection_id, activity_id, created_at, deleted_at
from feedback
order by seq;
