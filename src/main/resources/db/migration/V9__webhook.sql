-- Receivers that callers named. Their deliveries are rows of delivery, under the name of the card and this id. No secret is
-- here: they are made from a key of the environment, the id and a number.
create table subscription (
    id         uuid primary key,
    client     text        not null,
    units      text[]      not null, -- of the client when it subscribed
    url        text        not null,
    entries    text[]      not null, -- kinds; empty: all
    state      text        not null check (state in ('ENABLED', 'DISABLED')),
    reason     text,                 -- why it is disabled
    secret     int         not null, -- number of the newest one
    old_until  timestamptz not null, -- until then the one before is signed with too
    created_at timestamptz not null,
    enabled_at timestamptz not null
);
create index subscription_by_client on subscription (client);
