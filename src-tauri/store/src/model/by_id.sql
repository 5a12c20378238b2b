select own_model_id, name, reference, stages, deleted_at
from own_model
where own_model_id = :own_model_id;
