insert into reflection_activity (reflection_id, activity_id, content_hash)
values (:reflection_id, :activity_id, :content_hash)
on conflict (reflection_id, activity_id) do nothing;
