insert into reflection_stage (reflection_id, position, key, heading, text, content_hash)
values (:reflection_id, :position, :key, :heading, :text, :content_hash)
on conflict (reflection_id, position) do update set
  key = excluded.key,
  heading = excluded.heading,
  text = excluded.text,
  content_hash = excluded.content_hash;
