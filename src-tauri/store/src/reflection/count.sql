select count(*) as total
from reflection as r
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
  );
