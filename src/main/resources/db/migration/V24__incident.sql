-- What goes wrong, once however often it is seen; and who is told.
create table incident (
    id           uuid primary key,
    key          text        not null, -- kind, system and cause: one is open of each
    kind         text        not null check (kind in ('CAUSE', 'BREAKER', 'DEADLINE', 'SILENCE')),
    system       text,
    cause        text,
    state        text        not null check (state in ('OPEN', 'TAKEN', 'WAITING', 'CLOSED')),
    came_back    boolean     not null, -- it was closed before
    opened_at    timestamptz not null,
    seen_at      timestamptz not null,
    failures     bigint      not null, -- now
    most         bigint      not null, -- there ever were
    dossiers     bigint      not null,
    earliest_due timestamptz,
    owner        text,
    note         text,
    closed_at    timestamptz,
    brought      bigint                -- of what failed, arrived when it was closed
);
create unique index incident_open on incident (key) where closed_at is null;
create index incident_by_time on incident (opened_at desc);

-- Outbox: what is to be sent is here before anything is sent, and sent at least once under its id.
create table alert (
    id         uuid primary key,
    occasion   text        not null, -- what it is about: nobody is told twice
    incident   uuid references incident (id),
    recipients text        not null, -- name of a group
    channel    text        not null check (channel in ('MAIL', 'WEBHOOK')),
    kind       text        not null check (kind in ('OPENED', 'ESCALATED', 'CLOSED', 'DIGEST', 'TEST')),
    subject    text        not null,
    body       text        not null, -- nothing of a citizen
    created_at timestamptz not null,
    due_at     timestamptz not null,
    attempts   int         not null default 0,
    sent_at    timestamptz,
    fault      text,
    unique (occasion, recipients, channel)
);
create index alert_due on alert (due_at) where sent_at is null;
create index alert_sent on alert (recipients, sent_at) where sent_at is not null;
