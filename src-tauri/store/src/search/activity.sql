select
  title,
  concat_ws(
    char(10, 10),
    nullif(what_was_done, ''),
    nullif(what_was_learned, ''),
    nullif(delivered_by, ''),
    disagreement_note,
    (
      select group_concat(code, ' ' order by position)
      from activity_criterion as c
      where c.activity_id = activity.activity_id
    )
  ) as body
from activity
where activity_id = :id and deleted_at is null;
