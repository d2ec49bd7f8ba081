-- What people at the desk sort and narrow down deliveries by stands beside them: of five million the first fifty are read
-- from an index. A dossier's unit and procedure never change; its due time does, and is carried over by the trigger below.
alter table delivery add column legal_due_at timestamptz; -- as issued; infinity: the dossier has none
alter table delivery add column province text;
alter table delivery add column commune text;
alter table delivery add column procedure text;
update delivery d set legal_due_at = coalesce(s.due_at, 'infinity'), province = s.province, commune = s.commune,
  procedure = s.procedure
from dossier s where s.code = d.dossier;

create function delivery_of_dossier() returns trigger language plpgsql as $$
begin
  select coalesce(s.due_at, 'infinity'), s.province, s.commune, s.procedure
    into new.legal_due_at, new.province, new.commune, new.procedure
    from dossier s where s.code = new.dossier;
  return new;
end $$;
create trigger delivery_of_dossier before insert on delivery for each row execute function delivery_of_dossier();

create function due_time_of_deliveries() returns trigger language plpgsql as $$
begin
  update delivery set legal_due_at = coalesce(new.due_at, 'infinity')
    where dossier = new.code and state in ('PENDING', 'LEASED', 'UNCERTAIN', 'REFUSED', 'PARKED');
  return null;
end $$;
create trigger due_time_of_deliveries after update of due_at on dossier for each row
  when (old.due_at is distinct from new.due_at) execute function due_time_of_deliveries();

create index delivery_to_do on delivery (legal_due_at, id)
  include (system, state, dossier, created_at, province, commune) -- the shift is counted from the index alone
  where state in ('PENDING', 'LEASED', 'UNCERTAIN', 'REFUSED', 'PARKED');
create index delivery_by_creation on delivery (created_at, id);

-- How many deliveries became owed, counted when they do and apart from them: what the states add up to must be this.
-- Rows are only added, so that nobody waits for anybody, and summed up now and then.
create table delivery_owed (
    system text        not null,
    slot   timestamptz not null, -- the half hour in which they were created
    n      bigint      not null
);
create index delivery_owed_by_slot on delivery_owed (slot);
create function note_owed() returns trigger language plpgsql as $$
begin
  insert into delivery_owed (system, slot, n)
    select system, date_bin('30 minutes', created_at, timestamptz '2020-01-01 00:00+07'), count(*) from fresh group by 1, 2;
  return null;
end $$;
create trigger note_owed after insert on delivery referencing new table as fresh
  for each statement execute function note_owed();
insert into delivery_owed (system, slot, n)
  select system, date_bin('30 minutes', created_at, timestamptz '2020-01-01 00:00+07'), count(*) from delivery group by 1, 2;

-- Who works on what failures have in common. Of a cause that nobody has touched there is no row.
create table cause_work (
    cause text primary key,
    state text        not null check (state in ('TAKEN', 'WAITING', 'SOLVED')),
    owner text        not null,
    note  text,
    at    timestamptz not null -- of the last change; what fails after it was solved has come back
);

-- Lists that a person keeps under a name.
create table saved_view (
    owner text        not null,
    name  text        not null,
    query text        not null, -- as it stands in the address
    at    timestamptz not null,
    primary key (owner, name)
);
