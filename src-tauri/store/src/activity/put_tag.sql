insert into activity_tag (activity_id, position, tag, content_hash)
values (:activity_id, :position, :tag, :content_hash)
on conflict (activity_id, position) do update set
  tag = excluded.tag,
  content_hash = excluded.content_hash;
