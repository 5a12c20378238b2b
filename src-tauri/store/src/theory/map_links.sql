select l.reflection_id, l.theory_id
from theory_link as l
where l.deleted_at is null;
