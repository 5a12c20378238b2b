select
  title, provider, employer, standard_reference, standard_version, original_start_on,
  planned_end_on, weekly_minutes, nation, plan_minutes, published_minutes,
  prior_learning_minutes, planned_minutes, working_days, working_from_time, working_to_time,
  block_release, gateway_on, ended_on, reflection_policy
from programme
where seq = 1;
