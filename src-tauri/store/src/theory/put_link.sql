insert into theory_link (
  theory_link_id, reflection_id, theory_id, relation, rationale, passage, deleted_at, content_hash
)
values (
  :theory_link_id, :reflection_id, :theory_id, :relation, :rationale, :passage, :deleted_at,
  :content_hash
)
on conflict (theory_link_id) do update set
  reflection_id = excluded.reflection_id,
  theory_id = excluded.theory_id,
  relation = excluded.relation,
  rationale = excluded.rationale,
  passage = excluded.passage,
  deleted_at = excluded.deleted_at,
  content_hash = excluded.content_hash;
