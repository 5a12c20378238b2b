select
  r.reflection_id, r.title, r.happened_on, r.model, r.state, r.module, r.revision, r.created_at,
  r.changed_at, r.deleted_at,
  (
    select json_group_array(
      json_object('key', s.key, 'heading', s.heading, 'text', s.text) order by s.position
    )
    from reflection_stage as s
    where s.reflection_id = r.reflection_id
  ) as stages
from reflection as r
order by r.seq;
