-- When a system will be away as its owner announced: its deliveries wait, and burn nothing.
create table outage (
    id           uuid primary key, -- made by whoever planned it
    system       text        not null,
    from_at      timestamptz not null,
    until_at     timestamptz not null check (until_at > from_at),
    text         text        not null, -- for callers
    planned_by   text        not null,
    planned_at   timestamptz not null,
    withdrawn_by text,
    withdrawn_at timestamptz
);
create index outage_by_end on outage (until_at) where withdrawn_at is null;
