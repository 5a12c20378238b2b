insert into theory (
  theory_id, cite_key, kind, authors, corporate_author, year, title, container, container_short,
  editors, edition, volume, issue, pages, publisher, place, doi, url, accessed_on, key_idea,
  quotation, quotation_page, module, tags, criteria, evidence_id, created_at, changed_at, deleted_at, content_hash
)
values (
  :theory_id, :cite_key, :kind, :authors, :corporate_author, :year, :title, :container,
  :container_short, :editors, :edition, :volume, :issue, :pages, :publisher, :place, :doi, :url,
  :accessed_on, :key_idea, :quotation, :quotation_page, :module, :tags, :criteria, :evidence_id,
  :created_at, :changed_at, :deleted_at, :content_hash
)
on conflict (theory_id) do update set
  cite_key = excluded.cite_key,
  kind = excluded.kind,
  authors = excluded.authors,
  corporate_author = excluded.corporate_author,
  year = excluded.year,
  title = excluded.title,
  container = excluded.container,
  container_short = excluded.container_short,
  editors = excluded.editors,
  edition = excluded.edition,
  volume = excluded.volume,
  issue = excluded.issue,
  pages = excluded.pages,
  publisher = excluded.publisher,
  place = excluded.place,
  doi = excluded.doi,
  url = excluded.url,
  accessed_on = excluded.accessed_on,
  key_idea = excluded.key_idea,
  quotation = excluded.quotation,
  quotation_page = excluded.quotation_page,
  module = excluded.module,
  tags = excluded.tags,
  criteria = excluded.criteria,
  evidence_id = excluded.evidence_id,
  created_at = excluded.created_at,
  changed_at = excluded.changed_at,
  deleted_at = excluded.deleted_at,
  content_hash = excluded.content_hash;
