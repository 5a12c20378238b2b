select action_id, text, due_on, reflection_id, done_on, created_at, deleted_at
from action
order by seq;
