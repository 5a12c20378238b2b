select 'reflection' as kind, reflection_id as id from reflection where deleted_at is null
union all
select 'activity', activity_id from activity where deleted_at is null
union all
select 'theory', theory_id from theory where deleted_at is null;
