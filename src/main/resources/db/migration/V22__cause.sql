-- What failures have in common: each row of delivery and attempt that failed names its cause.
create table cause (
    id            text primary key, -- of the fingerprint
    system        text        not null,
    operation     text        not null,
    code          text        not null,
    message       text        not null, -- nothing of a citizen or of a single dossier
    first_seen_at timestamptz not null
);
create index cause_by_system on cause (system);

alter table delivery add column cause text; -- why it is not done; of what has arrived null
create index delivery_by_cause on delivery (system, cause)
    where cause is not null and state in ('PENDING', 'LEASED', 'UNCERTAIN', 'REFUSED', 'PARKED');

alter table attempt add column cause text; -- of one that failed
create index attempt_by_cause on attempt (cause, ended_at) where cause is not null;
