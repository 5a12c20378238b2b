select name, role, max(seq) as last
from confirmation
group by name, role
order by last desc
limit 20;
