insert into setting (key, value, content_hash)
values (:key, :value, :content_hash)
on conflict (key) do update set
  value = excluded.value,
  content_hash = excluded.content_hash;
