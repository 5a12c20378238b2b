select
  s.kind, s.item_id, s.title,
  snippet(search, -1, char(2), char(3), '…', 24) as snippet
from search
join search_text as s on s.search_id = search.rowid
where search match :query and rank match 'bm25(5.0, 1.0)'
order by rank
limit :limit;
