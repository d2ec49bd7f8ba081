-- What went to a system and came back, where it was kept: of every call that was not acknowledged, and a few of the others.
-- The only place beside the ledger that holds personal data of dossiers; it is emptied by age.
create table exchange (
    id         uuid primary key,
    system     text        not null,
    operation  text        not null,
    kind       text        not null check (kind in ('SEND', 'PROBE')),
    outcome    text        not null,
    mapped     text        not null, -- JSON: what each mapping on the way made
    started_at timestamptz not null,
    ended_at   timestamptz not null
);
create index exchange_age on exchange (ended_at);

-- The requests of one exchange, in their order.
create table exchange_call (
    exchange    uuid   not null references exchange (id) on delete cascade,
    n           int    not null,
    sign_in     boolean not null, -- asked for a session: without bodies
    method      text   not null,
    path        text   not null,
    sent_type   text,
    sent        bytea  not null, -- the beginning; credentials blotted out
    sent_size   bigint not null,
    status      int,
    answer_type text,
    answer      bytea  not null,
    answer_size bigint not null,
    answered_at text,            -- by the clock of whoever answered
    certificate text,            -- SHA-256 of what was shown over TLS
    expires_at  timestamptz,     -- of that certificate
    failure     text,
    primary key (exchange, n)
);

-- One call may have carried many deliveries.
create table exchange_attempt (
    delivery bigint not null,
    attempt  int    not null,
    exchange uuid   not null references exchange (id) on delete cascade,
    primary key (delivery, attempt)
);
create index exchange_attempt_of on exchange_attempt (exchange);
