select
  l.theory_link_id, l.reflection_id, l.theory_id, l.relation, l.rationale, l.passage, l.deleted_at,
  r.title, r.happened_on
from theory_link as l
join reflection as r on r.reflection_id = l.reflection_id
where l.theory_id = :theory_id and l.deleted_at is null and r.deleted_at is null
order by l.seq;
