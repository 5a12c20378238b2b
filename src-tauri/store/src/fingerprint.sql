select type, name, tbl_name, sql
from sqlite_schema
where sql is not null
  and name not like 'sqlite\_%' escape '\'
  and not (
    type = 'table' and name in ('search_data', 'search_idx', 'search_docsize', 'search_config')
  )
order by type, name, tbl_name, sql;
