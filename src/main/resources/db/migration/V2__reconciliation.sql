-- One comparison of what is true with what a system shows, over the dossiers received in a window.
create table reconciliation (
    id         uuid primary key,
    system     text        not null,
    from_at    timestamptz not null, -- received from then on
    until_at   timestamptz not null, -- and before then
    state      text        not null
        check (state in ('READING', 'COMPARING', 'SEARCHING', 'COMPARED', 'APPLYING', 'APPLIED', 'FAILED')),
    next_page  text,                 -- where reading goes on, in the words of the system's route
    pages      int         not null default 0,
    reached    text        not null default '', -- the code up to which the present pass has come
    shown      bigint      not null default 0, -- records read
    compared   bigint      not null default 0, -- dossiers and records looked at
    found      bigint      not null default 0, -- discrepancies seen, new or seen before
    fault      text,                 -- why it had to give up, in plain words
    busy_until timestamptz not null default now(), -- until then a node works on it; after that any may go on
    started_by text        not null,
    applied_by text,
    started_at timestamptz not null,
    ended_at   timestamptz
);
create index reconciliation_by_system on reconciliation (system, started_at);

-- What a system showed, record by record, as its route translated it. Kept: it is half of every proof.
create table shown (
    reconciliation uuid not null references reconciliation (id),
    code           text not null, -- of the dossier, as the system writes it
    page           int  not null,
    n              int  not null,
    record         text not null, -- JSON: status, receivedAt, dueAt, finishedAt, supplements, fee …
    primary key (reconciliation, code, page, n)
);

-- One thing that one system shows otherwise than it is.
create table discrepancy (
    id             bigint generated always as identity primary key,
    system         text        not null,
    dossier        text        not null, -- the code as the system writes it
    kind           text        not null
        check (kind in ('MISSING', 'UNKNOWN', 'STATUS', 'TIME', 'DUPLICATE', 'COUNTED_TWICE', 'FEE')),
    field          text        not null default '',
    ours           text,
    theirs         text,
    minutes        bigint,               -- theirs after ours, in working minutes
    reason         text        not null, -- code of the cause, such as restamp
    remedy         text        not null check (remedy in ('ACCEPT', 'CORRECT', 'RESEND', 'PROPOSE', 'ESCALATE')),
    state          text        not null check (state in ('OPEN', 'ORDERED', 'CLOSED', 'ACCEPTED', 'REJECTED')),
    reconciliation uuid references reconciliation (id), -- that saw it last; null: read back after a delivery
    correction     uuid references entry (id),          -- the entry that ordered it to be corrected
    found_at       timestamptz not null,
    seen_at        timestamptz not null,
    decided_by     text,
    note           text,
    closed_at      timestamptz
);
create unique index discrepancy_open on discrepancy (system, dossier, kind, field) where state in ('OPEN', 'ORDERED');
create index discrepancy_by_reconciliation on discrepancy (reconciliation, id);
create index discrepancy_by_dossier on discrepancy (dossier);
create index dossier_by_reception on dossier (received_at);
