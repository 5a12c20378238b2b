select name, role, learner_number
from learner
where seq = 1;
