select form, about, fields, changed_at
from unfinished
where form = :form and about = :about;
