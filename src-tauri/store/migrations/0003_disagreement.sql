-- What the learner holds against the answer of the rules: whether the time counts, and why. Both are set
-- or neither is.
alter table activity add column disagreement_counts integer check (disagreement_counts in (0, 1));
alter table activity add column disagreement_note text
  check ((disagreement_note is null) = (disagreement_counts is null) and disagreement_note <> '');
