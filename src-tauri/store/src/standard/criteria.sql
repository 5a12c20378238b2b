select criterion_id, standard_id, code, text
from criterion
order by seq;
