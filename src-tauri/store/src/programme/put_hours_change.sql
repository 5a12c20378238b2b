insert into hours_change (position, from_on, weekly_minutes, content_hash)
values (:position, :from_on, :weekly_minutes, :content_hash)
on conflict (position) do update set
  from_on = excluded.from_on,
  weekly_minutes = excluded.weekly_minutes,
  content_hash = excluded.content_hash;
