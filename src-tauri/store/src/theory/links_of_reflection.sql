select
  l.theory_link_id, l.reflection_id, l.theory_id, l.relation, l.rationale, l.passage, l.deleted_at
from theory_link as l
join theory as t on t.theory_id = l.theory_id
where l.reflection_id = :reflection_id and l.deleted_at is null and t.deleted_at is null
order by l.seq;
