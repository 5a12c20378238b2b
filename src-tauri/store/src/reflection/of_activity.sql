select
  r.reflection_id, r.title, r.happened_on, r.model, r.state, r.module, r.created_at, r.changed_at,
  r.deleted_at,
  coalesce(f.words, 0) as words,
  coalesce(substr(f.body, 1, 240), '') as opening,
  (
    select count(*)
    from reflection_activity as l
    join activity as a on a.activity_id = l.activity_id
    where l.reflection_id = r.reflection_id and a.deleted_at is null
  ) as activities,
  (
    select count(*)
    from theory_link as l
    join theory as t on t.theory_id = l.theory_id
    where l.reflection_id = r.reflection_id and l.deleted_at is null and t.deleted_at is null
  ) as theory,
  (
    select count(*) from criterion_link as l where l.reflection_id = r.reflection_id
  ) as criteria
from reflection_activity as k
join reflection as r on r.reflection_id = k.reflection_id
left join search_text as f on f.kind = 'reflection' and f.item_id = r.reflection_id
where k.activity_id = :activity_id and r.deleted_at is null
order by k.seq;
