insert into unfinished (form, about, fields, changed_at, content_hash)
values (:form, :about, :fields, :changed_at, :content_hash)
on conflict (form, about) do update set
  fields = excluded.fields,
  changed_at = excluded.changed_at,
  content_hash = excluded.content_hash;
