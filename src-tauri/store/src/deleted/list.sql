select kind, id, title, deleted_at
from (
  select 'reflection' as kind, reflection_id as id, title, deleted_at, seq
  from reflection
  where deleted_at is not null
  union all
  select 'activity', activity_id, title, deleted_at, seq
  from activity
  where deleted_at is not null
  union all
  select 'theory', theory_id, title, deleted_at, seq
  from theory
  where deleted_at is not null
  union all
  select 'theory_link', theory_link_id, rationale, deleted_at, seq
  from theory_link
  where deleted_at is not null
  union all
  select 'evidence', evidence_id, file_name, deleted_at, seq
  from evidence
  where deleted_at is not null
  union all
  select 'opportunity', opportunity_id, title, deleted_at, seq
  from opportunity
  where deleted_at is not null
  union all
  select 'action', action_id, text, deleted_at, seq
  from action
  where deleted_at is not null
  union all
  select 'feedback', feedback_id, from_whom, deleted_at, seq
  from feedback
  where deleted_at is not null
  union all
  select 'own_model', own_model_id, name, deleted_at, seq
  from own_model
  where deleted_at is not null
)
order by deleted_at desc, kind, seq desc;
