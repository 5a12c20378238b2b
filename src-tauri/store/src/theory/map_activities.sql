select a.activity_id, a.title, a.done_on
from activity as a
where a.deleted_at is null;
