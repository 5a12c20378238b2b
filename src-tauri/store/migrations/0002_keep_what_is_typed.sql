-- A link to theory carries a sentence of the learner's. Taken away, it goes to the bin like everything else.
alter table theory_link add column deleted_at text check (deleted_at like '____-__-__T__:__:__.%Z');

create index theory_link_in_bin on theory_link (deleted_at) where deleted_at is not null;

-- What stands in forms that were not sent off, one row a form. `about` is the id of what the form changes, and
-- empty for a new thing; `fields` is a JSON array because it is only ever read whole. The row goes when the form
-- is sent off or its words are discarded.
create table unfinished (
  seq integer primary key autoincrement,
  form text not null check (form <> ''),
  about text not null,
  fields text not null check (json_type(fields) = 'array'),
  changed_at text not null check (changed_at like '____-__-__T__:__:__.%Z'),
  content_hash blob not null check (length(content_hash) = 32),
  unique (form, about)
) strict;
