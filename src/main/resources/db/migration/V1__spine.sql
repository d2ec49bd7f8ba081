-- The ledger: what is true about dossiers. Entries are only ever added.
create table dossier (
    code             text primary key,
    province         text        not null,
    commune          text        not null,
    procedure        text        not null,
    field            text        not null,
    channel          text        not null,
    status           text        not null,
    received_at      timestamptz not null, -- original reception, set once
    clock_origin     text        not null, -- who set received_at
    due_at           timestamptz,
    due_source       text,                 -- 'claimed' on the receipt or 'computed' here
    calendar_version text,
    rule_version     text,
    process_version  text,
    last_seq         int         not null,
    recorded_at      timestamptz not null,
    body             text        not null, -- the registration, enriched from the code lists
    state            text        not null  -- entries folded together
) with (fillfactor = 70);
create index dossier_by_unit on dossier (province, commune, code);

create table entry (
    id          uuid primary key,
    dossier     text        not null references dossier (code),
    seq         int         not null,
    kind        text        not null,
    occurred_at timestamptz not null,
    received_at timestamptz not null,
    recorded_at timestamptz not null,
    source      text        not null,
    body        text        not null, -- as the caller wrote it, keys sorted
    state       text        not null, -- of the dossier after this entry
    fingerprint bytea       not null, -- SHA-256 of dossier, kind and body: the same report twice is one entry
    unique (dossier, seq),
    unique (dossier, fingerprint)
);

create table idempotency (
    caller     text        not null,
    key        text        not null,
    entry      uuid        not null references entry (id),
    created_at timestamptz not null,
    primary key (caller, key)
);

-- One row = the duty to make one system know one entry. Its whole life is in this row.
create table delivery (
    id              bigint generated always as identity primary key,
    system          text        not null,
    dossier         text        not null,
    seq             int         not null,
    entry           uuid        not null references entry (id),
    operation       text        not null,
    state           text        not null
        check (state in ('PENDING', 'LEASED', 'UNCERTAIN', 'DELIVERED', 'REFUSED', 'PARKED', 'SKIPPED')),
    due_at          timestamptz not null, -- when somebody must look at the row again; of a leased row: when its lease ends
    lease           uuid,
    attempts        int         not null default 0,
    tries           int         not null default 0,
    code            text,
    answer          text,
    receipt         text,
    stored          text,                 -- the times the system says it stored, JSON
    created_at      timestamptz not null,
    sent_at         timestamptz,
    acknowledged_at timestamptz,
    unique (dossier, system, seq)
) with (fillfactor = 70);
create index delivery_due on delivery (system, due_at) where state in ('PENDING', 'LEASED', 'UNCERTAIN');
create index delivery_held on delivery (system, state) where state in ('REFUSED', 'PARKED');

create table attempt (
    delivery   bigint      not null references delivery (id),
    n          int         not null,
    kind       text        not null check (kind in ('SEND', 'PROBE')),
    started_at timestamptz not null,
    ended_at   timestamptz not null,
    outcome    text        not null,
    code       text,
    answer     text,
    primary key (delivery, n)
);

-- Who did or saw what, and for which purpose.
create table audit (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    actor   text        not null,
    action  text        not null,
    dossier text,
    officer text,
    purpose text,
    detail  text
);
-- Each seal covers the audit rows after the seal before it and carries that seal's hash on.
create table audit_seal (
    last_id   bigint primary key,
    rows      int         not null,
    hash      bytea       not null,
    sealed_at timestamptz not null
);
