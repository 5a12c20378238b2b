insert into activity_criterion (activity_id, position, code, content_hash)
values (:activity_id, :position, :code, :content_hash)
on conflict (activity_id, position) do update set
  code = excluded.code,
  content_hash = excluded.content_hash;
