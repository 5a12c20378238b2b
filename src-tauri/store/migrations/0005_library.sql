-- What a work of theory lacked: the short title of its journal, which criteria it is studied for, and a
-- file of the work itself.
alter table theory add column container_short text not null default '';
alter table theory add column criteria text not null default '[]' check (json_type(criteria) = 'array');
alter table theory add column evidence_id text references evidence (evidence_id);
