-- The nodes that share the work: each says again and again that it runs, by what, and how much it does.
create table node (
    id          uuid        primary key, -- of one start
    host        text        not null,
    version     text        not null,
    java        text        not null,
    edition     bigint      not null,
    clock_ahead bigint      not null, -- milliseconds, against the database
    disk_free   bigint      not null, -- bytes, where its home lies
    started_at  timestamptz not null,
    seen_at     timestamptz not null, -- by the clock of the database
    attempts    text        not null  -- JSON: calls of the last minute, by system
);
