-- What was reported, oldest first, so that it is removed when its time is over without looking at the rest.
create index received_reported on received (settled_at) where state = 'REPORTED';

-- Of old reconciliations, what a later one showed again goes; how far that has come, by codes, and when it was done.
alter table reconciliation add column thinned_to text not null default '';
alter table reconciliation add column thinned_at timestamptz;
create index reconciliation_to_thin on reconciliation (ended_at) where thinned_at is null and ended_at is not null;
