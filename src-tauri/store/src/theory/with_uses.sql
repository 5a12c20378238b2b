select
  t.theory_id, t.cite_key, t.kind, t.authors, t.corporate_author, t.year, t.title, t.container,
  t.container_short,
  t.editors, t.edition, t.volume, t.issue, t.pages, t.publisher, t.place, t.doi, t.url,
  t.accessed_on, t.key_idea, t.quotation, t.quotation_page, t.module, t.tags, t.criteria, t.evidence_id, t.created_at,
  t.changed_at, t.deleted_at,
  (
    select count(*)
    from theory_link as l
    join reflection as r on r.reflection_id = l.reflection_id
    where l.theory_id = t.theory_id and l.deleted_at is null and r.deleted_at is null
  ) as uses
from theory as t
where t.deleted_at is null
order by t.title collate nocase, t.seq;
