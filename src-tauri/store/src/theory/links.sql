select theory_link_id, reflection_id, theory_id, relation, rationale, passage
from theory_link
order by seq;
