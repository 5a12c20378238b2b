select reflection_id, revision, saved_at, title, model, stages
from reflection_revision
where reflection_id = :reflection_id
order by revision desc
limit 1;
