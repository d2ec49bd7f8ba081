-- Who sees to a failure, and how far they have come, stands once: with the incident. What was kept beside it moves there.
alter table incident drop constraint incident_kind_check;
alter table incident add constraint incident_kind_check
    check (kind in ('CAUSE', 'BREAKER', 'DEADLINE', 'SILENCE', 'DRIFT', 'CONSERVATION'));
create index incident_by_cause on incident (cause, opened_at desc) where cause is not null;

update incident i set state = k.state, owner = k.owner, note = coalesce(k.note, i.note)
from cause_work k where k.cause = i.cause and i.closed_at is null and i.state = 'OPEN' and k.state <> 'SOLVED';
insert into incident (id, key, kind, system, cause, state, came_back, opened_at, seen_at, failures, most, dossiers, owner,
  note, closed_at)
select gen_random_uuid(), 'CAUSE/' || c.system || '/' || c.id, 'CAUSE', c.system, c.id,
  case k.state when 'SOLVED' then 'CLOSED' else k.state end, exists (select 1 from incident b where b.cause = c.id),
  k.at, k.at, 0, 0, 0, k.owner, k.note, case k.state when 'SOLVED' then k.at end
from cause_work k join cause c on c.id = k.cause
where not exists (select 1 from incident o where o.cause = k.cause and (o.closed_at is null or o.closed_at >= k.at));
drop table cause_work;

-- Whose dossiers an incident concerns, and how many of each unit: who may see one unit sees this much of it.
create table incident_unit (
    incident     uuid   not null references incident (id),
    province     text   not null,
    commune      text   not null,
    failures     bigint not null, -- now
    most         bigint not null, -- there ever were
    dossiers     bigint not null,
    earliest_due timestamptz,
    primary key (incident, province, commune)
);

-- Of a delivery that a person holds back the cause is that person, and no failure.
update delivery set cause = null where state = 'PARKED' and code = 'hub.held' and cause is not null;

-- What failures have in common is counted, and listed by due time, from the index alone. Nothing is in it that has not failed.
drop index delivery_by_cause;
create index delivery_by_cause on delivery (cause, legal_due_at, id)
    include (system, state, dossier, province, commune)
    where cause is not null and state in ('PENDING', 'LEASED', 'UNCERTAIN', 'REFUSED', 'PARKED');
