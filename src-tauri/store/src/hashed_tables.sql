select name
from sqlite_schema as t
where type = 'table'
  and name <> 'attachment'
  and exists (select 1 from pragma_table_info(t.name) where name = 'content_hash')
order by name;
