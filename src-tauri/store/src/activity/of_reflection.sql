select
  a.activity_id, a.title, a.done_on, a.start_time, a.end_time, a.duration_minutes,
  a.off_the_job_minutes, a.category, a.what_was_done, a.what_was_learned, a.paid, a.compensation,
  a.delivered_by, a.delivered_by_kind, a.place, a.disagreement_counts, a.disagreement_note, a.state,
  a.created_at, a.changed_at, a.deleted_at,
  (
    select json_group_array(c.code order by c.position)
    from activity_criterion as c
    where c.activity_id = a.activity_id
  ) as criteria,
  (
    select json_group_array(t.tag order by t.position)
    from activity_tag as t
    where t.activity_id = a.activity_id
  ) as tags
from reflection_activity as l
join activity as a on a.activity_id = l.activity_id
where l.reflection_id = :reflection_id and a.deleted_at is null
order by l.seq;
