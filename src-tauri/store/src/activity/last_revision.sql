select
  activity_id, revision, kept_at, title, done_on, start_time, end_time, duration_minutes,
  off_the_job_minutes, category, what_was_done, what_was_learned, paid, compensation, delivered_by,
  delivered_by_kind, place, criteria, tags
from activity_revision
where activity_id = :activity_id
order by revision desc
limit 1;
