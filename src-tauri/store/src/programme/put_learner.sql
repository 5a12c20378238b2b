insert into learner (seq, name, role, learner_number, content_hash)
values (1, :name, :role, :learner_number, :content_hash)
on conflict (seq) do update set
  name = excluded.name,
  role = excluded.role,
  learner_number = excluded.learner_number,
  content_hash = excluded.content_hash;
