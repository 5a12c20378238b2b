select
  opportunity_id, title, planned_on, duration_minutes, category, with_whom, notes, activity_id,
  created_at, deleted_at
from opportunity
where opportunity_id = :opportunity_id;
