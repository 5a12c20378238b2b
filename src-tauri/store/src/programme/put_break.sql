insert into learning_break (position, from_on, to_on, reason, content_hash)
values (:position, :from_on, :to_on, :reason, :content_hash)
on conflict (position) do update set
  from_on = excluded.from_on,
  to_on = excluded.to_on,
  reason = excluded.reason,
  content_hash = excluded.content_hash;
