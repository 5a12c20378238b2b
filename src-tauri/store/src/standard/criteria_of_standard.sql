select criterion_id, standard_id, code, text
from criterion
where standard_id = :standard_id
order by seq;
