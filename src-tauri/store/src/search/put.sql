insert into search_text (kind, item_id, title, body, words)
values (:kind, :id, :title, :body, :words)
on conflict (kind, item_id) do update set
  title = excluded.title,
  body = excluded.body,
  words = excluded.words
where title <> excluded.title or body <> excluded.body;
