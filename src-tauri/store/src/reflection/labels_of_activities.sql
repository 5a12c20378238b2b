select k.activity_id, r.reflection_id, r.title
from json_each(:activity_ids) as wanted
join reflection_activity as k on k.activity_id = wanted.value
join reflection as r on r.reflection_id = k.reflection_id
where r.deleted_at is null
order by k.seq;
