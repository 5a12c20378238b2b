select
  title,
  concat_ws(
    char(10, 10),
    (
      select group_concat(concat_ws(' ', json_extract(value, '$.given'), json_extract(value, '$.family')), ', ')
      from json_each(theory.authors)
    ),
    nullif(corporate_author, ''),
    nullif(year, ''),
    nullif(container, ''),
    nullif(key_idea, ''),
    nullif(quotation, ''),
    nullif(module, ''),
    nullif((select group_concat(value, ', ') from json_each(theory.tags)), ''),
    nullif(cite_key, '')
  ) as body
from theory
where theory_id = :id and deleted_at is null;
