select
  a.activity_id, '' as title, a.done_on, a.start_time, a.end_time, a.duration_minutes,
  a.off_the_job_minutes, a.category, '' as what_was_done, '' as what_was_learned, a.paid,
  '' as compensation, '' as delivered_by, a.delivered_by_kind, a.place,
  a.disagreement_counts, a.disagreement_note, a.state, a.created_at, a.changed_at, a.deleted_at,
  '[]' as criteria,
  (
    select json_group_array(t.tag order by t.position)
    from activity_tag as t
    where t.activity_id = a.activity_id
  ) as tags
from activity as a
where (a.deleted_at is not null) = :in_bin
  and (:state is null or a.state = :state)
  and (:category is null or a.category = :category)
  and (not :claimed_only or a.off_the_job_minutes is not null)
  and (
    :tag is null
    or exists (
      select 1 from activity_tag as t where t.activity_id = a.activity_id and t.tag = :tag
    )
  )
  and (:first is null or a.done_on >= :first)
  and (:last is null or a.done_on <= :last)
  and (
    :reflection_id is null
    or exists (
      select 1
      from reflection_activity as l
      where l.activity_id = a.activity_id and l.reflection_id = :reflection_id
    )
  )
  and (
    :query is null
    or a.activity_id in (
      select s.item_id
      from search
      join search_text as s on s.search_id = search.rowid
      where search match :query and s.kind = 'activity'
    )
  )
order by a.done_on, a.seq;
