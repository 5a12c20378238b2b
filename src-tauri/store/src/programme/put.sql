insert into programme (
  seq, title, provider, employer, standard_reference, standard_version, original_start_on,
  planned_end_on, weekly_minutes, nation, plan_minutes, published_minutes,
  prior_learning_minutes, planned_minutes, working_days, working_from_time, working_to_time,
  block_release, gateway_on, ended_on, reflection_policy, content_hash
)
values (
  1, :title, :provider, :employer, :standard_reference, :standard_version, :original_start_on,
  :planned_end_on, :weekly_minutes, :nation, :plan_minutes, :published_minutes,
  :prior_learning_minutes, :planned_minutes, :working_days, :working_from_time,
  :working_to_time, :block_release, :gateway_on, :ended_on, :reflection_policy, :content_hash
)
on conflict (seq) do update set
  title = excluded.title,
  provider = excluded.provider,
  employer = excluded.employer,
  standard_reference = excluded.standard_reference,
  standard_version = excluded.standard_version,
  original_start_on = excluded.original_start_on,
  planned_end_on = excluded.planned_end_on,
  weekly_minutes = excluded.weekly_minutes,
  nation = excluded.nation,
  plan_minutes = excluded.plan_minutes,
  published_minutes = excluded.published_minutes,
  prior_learning_minutes = excluded.prior_learning_minutes,
  planned_minutes = excluded.planned_minutes,
  working_days = excluded.working_days,
  working_from_time = excluded.working_from_time,
  working_to_time = excluded.working_to_time,
  block_release = excluded.block_release,
  gateway_on = excluded.gateway_on,
  ended_on = excluded.ended_on,
  reflection_policy = excluded.reflection_policy,
  content_hash = excluded.content_hash;
