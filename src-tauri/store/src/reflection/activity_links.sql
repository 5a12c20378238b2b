select reflection_id, activity_id
from reflection_activity
order by seq;
