select uid, as_of
from portfolio
where seq = 1;
