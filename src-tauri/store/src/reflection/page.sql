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
from reflection as r
left join search_text as f on f.kind = 'reflection' and f.item_id = r.reflection_id
where (r.deleted_at is not null) = :in_bin
  and (:state is null or r.state = :state)
  and (:model is null or r.model = :model)
  and (:first is null or coalesce(r.happened_on, substr(r.created_at, 1, 10)) >= :first)
  and (:last is null or coalesce(r.happened_on, substr(r.created_at, 1, 10)) <= :last)
  and (
    :theory_id is null
    or exists (
      select 1
      from theory_link as l
      where l.reflection_id = r.reflection_id
        and l.theory_id = :theory_id
        and l.deleted_at is null
    )
  )
  and (
    :activity_id is null
    or exists (
      select 1
      from reflection_activity as l
      where l.reflection_id = r.reflection_id and l.activity_id = :activity_id
    )
  )
  and (
    :query is null
    or r.reflection_id in (
      select s.item_id
      from search
      join search_text as s on s.search_id = search.rowid
      where search match :query and s.kind = 'reflection'
    )
  )
order by coalesce(r.happened_on, substr(r.created_at, 1, 10)) desc, r.seq desc
limit :limit offset :offset;
