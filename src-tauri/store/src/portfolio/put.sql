insert into portfolio (seq, uid, as_of, content_hash)
values (1, :uid, :as_of, :content_hash)
on conflict (seq) do update set
  uid = excluded.uid,
  as_of = excluded.as_of,
  content_hash = excluded.content_hash;
