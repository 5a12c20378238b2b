select own_model_id, name, reference, stages, deleted_at
from own_model
order by seq;
