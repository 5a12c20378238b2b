select r.reflection_id, r.title, r.happened_on, r.created_at
from reflection as r
where r.deleted_at is null;
