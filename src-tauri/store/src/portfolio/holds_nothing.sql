select not (
  exists (select 1 from activity)
  or exists (select 1 from reflection)
  or exists (select 1 from theory)
  or exists (select 1 from standard)
  or exists (select 1 from evidence)
  or exists (select 1 from attachment)
  or exists (select 1 from opportunity)
  or exists (select 1 from action)
  or exists (select 1 from feedback)
  or exists (select 1 from own_model)
  or exists (select 1 from learner where name <> '' or role <> '' or learner_number <> '')
  or exists (select 1 from programme)
) as unused;
