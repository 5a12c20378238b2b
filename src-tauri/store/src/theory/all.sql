select
  theory_id, cite_key, kind, authors, corporate_author, year, title, container, container_short,
  editors, edition, volume, issue, pages, publisher, place, doi, url, accessed_on, key_idea, quotation,
  quotation_page, module, tags, criteria, evidence_id, created_at, changed_at, deleted_at
from theory
order by seq;
