insert into standard (standard_id, reference, version, title, content_hash)
values (:standard_id, :reference, :version, :title, :content_hash)
on conflict (standard_id) do update set
  reference = excluded.reference,
  version = excluded.version,
  title = excluded.title,
  content_hash = excluded.content_hash;
