select form, about, fields, changed_at
from unfinished
order by seq;
