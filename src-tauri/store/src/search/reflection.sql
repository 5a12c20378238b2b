select
  r.title,
  (
    select coalesce(group_concat(s.text, char(10, 10) order by s.position), '')
    from reflection_stage as s
    where s.reflection_id = r.reflection_id and s.text <> ''
  ) as body
from reflection as r
where r.reflection_id = :id and r.deleted_at is null;
