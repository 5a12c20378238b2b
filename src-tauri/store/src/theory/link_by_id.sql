select theory_link_id, reflection_id, theory_id, relation, rationale, passage, deleted_at
from theory_link
where theory_link_id = :theory_link_id;
