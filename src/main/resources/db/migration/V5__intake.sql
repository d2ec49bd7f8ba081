-- What systems sent by themselves. A message is here, as it came, before its sender is answered.
create table received (
    id           bigint generated always as identity primary key,
    system       text        not null,
    name         text        not null, -- of the callback or pull
    message      text        not null, -- the system's own id of it, else a hash of its content
    raw          bytea       not null, -- as it came; holds personal data
    headers      text        not null, -- JSON: those the card wants kept
    fingerprint  bytea       not null, -- SHA-256 of what it says in canonical form, else of raw: a repeat says the same
    state        text        not null check (state in ('TAKEN', 'REPORTED', 'DEAD')),
    cause        text,
    detail       text,                 -- quotes nothing of it
    answer       text,                 -- JSON: what its sender was answered, and is answered again
    tries        int         not null default 0,
    due_at       timestamptz not null, -- of what is TAKEN: when a node looks again
    received_at  timestamptz not null,
    settled_at   timestamptz,
    unique (system, name, message)
);
-- How far the fetching of one thing from one system has come.
create table pull (
    system   text        not null,
    name     text        not null,
    since_at timestamptz not null, -- the round looks at what changed from then on
    until_at timestamptz,          -- and before then; null between two rounds
    cursor   text,                 -- the page to ask for, in the words of the system's route; null: the first
    due_at   timestamptz not null, -- when a round begins or goes on; while a node works on it: when another may
    fault    text,                 -- why the last try ended early, in plain words
    primary key (system, name)
);
create index received_open on received (due_at) where state = 'TAKEN';
create index received_dead on received (system, id) where state = 'DEAD';

-- Catalogues that authorities publish: a new version of a record only where it is another than before.
create table published (
    catalogue   text        not null,
    code        text        not null,
    version     int         not null,
    title       text        not null,
    field       text,
    from_on     date,
    to_on       date,
    fingerprint bytea       not null, -- SHA-256 of the record as published
    seen_at     timestamptz not null,
    primary key (catalogue, code, version)
);
