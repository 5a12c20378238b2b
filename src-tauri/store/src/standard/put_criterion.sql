insert into criterion (criterion_id, standard_id, code, text, content_hash)
values (:criterion_id, :standard_id, :code, :text, :content_hash)
on conflict (criterion_id) do update set
  standard_id = excluded.standard_id,
  code = excluded.code,
  text = excluded.text,
  content_hash = excluded.content_hash;
