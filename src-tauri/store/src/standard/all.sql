select standard_id, reference, version, title
from standard
order by seq;
