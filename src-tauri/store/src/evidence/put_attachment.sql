insert into attachment (sha256, bytes, content_hash)
values (:sha256, :bytes, :content_hash)
on conflict (sha256) do nothing;
