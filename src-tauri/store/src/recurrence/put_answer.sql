insert into recurrence_answer (recurrence_id, due_on, activity_id, answered_at, content_hash)
values (:recurrence_id, :due_on, :activity_id, :answered_at, :content_hash)
on conflict (recurrence_id, due_on) do update set
  activity_id = excluded.activity_id,
  answered_at = excluded.answered_at,
  content_hash = excluded.content_hash;
