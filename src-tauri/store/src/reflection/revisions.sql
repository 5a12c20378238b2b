select reflection_id, revision, saved_at, title, model, stages
from reflection_revision
order by seq;
