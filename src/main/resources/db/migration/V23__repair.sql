-- What a person does with deliveries: one by one, or by a plan for thousands.
alter table delivery add column ask_only boolean not null default false; -- asked about for a person: absent waits for a person

-- Another content for one delivery. What is true stays in the ledger; the patch says what was sent otherwise.
create table delivery_edit (
    id          uuid primary key,
    delivery    bigint      not null references delivery (id),
    patch       text        not null, -- RFC 7396, onto the message
    reason      text        not null,
    state       text        not null check (state in ('PROPOSED', 'APPROVED', 'REJECTED')),
    proposed_by text        not null,
    proposed_at timestamptz not null,
    decided_by  text check (decided_by <> proposed_by),
    decided_at  timestamptz,
    note        text
);
create unique index delivery_edit_proposed on delivery_edit (delivery) where state = 'PROPOSED';
create index delivery_edit_approved on delivery_edit (delivery, decided_at) where state = 'APPROVED';

-- One act on one delivery, named by whoever asked for it: asking twice acts once.
create table repair_act (
    request  uuid primary key,
    delivery bigint      not null references delivery (id),
    act      text        not null,
    reason   text        not null,
    by       text        not null,
    at       timestamptz not null,
    became   text        not null
);

-- One act on many: a list that was frozen when it was planned. What of it is waiting is items - due - done - failed - passed.
create table repair (
    id              uuid primary key, -- made by whoever planned it
    act             text        not null,
    selection       text        not null,
    reason          text        not null,
    units           text[]      not null, -- that the planner may see
    state           text        not null check (state in ('PLANNED', 'RUNNING', 'PAUSED', 'CANCELLED', 'DONE')),
    paused_why      text check (paused_why in ('person', 'failures')),
    already_there   int         not null, -- failed for the same cause, and have arrived since
    items           int         not null,
    due             int         not null default 0,
    done            int         not null default 0,
    failed          int         not null default 0,
    passed          int         not null default 0,
    forgiven        int         not null default 0, -- failures before it was resumed last
    forgiven_of     int         not null default 0,
    canary          int         not null,
    rate_per_minute int         not null,
    stop_at_percent int         not null,
    planned_by      text        not null,
    planned_at      timestamptz not null,
    started_by      text,
    started_at      timestamptz,
    ended_at        timestamptz,
    released_at     timestamptz not null, -- up to then the rate is used up
    looked_at       timestamptz not null
);
create index repair_open on repair (looked_at) where ended_at is null;

create table repair_item (
    repair       uuid   not null references repair (id),
    n            int    not null, -- those with the least time left come first
    delivery     bigint not null references delivery (id),
    dossier      text   not null,
    system       text   not null,
    cause        text,
    was          text   not null, -- state of the delivery when it was planned
    way          text   not null check (way in ('SEND', 'ASK', 'NONE')),
    due_at       timestamptz,     -- of a dossier that has not ended
    minutes_left bigint,          -- of working time, when it was planned
    state        text   not null check (state in ('WAITING', 'DUE', 'DONE', 'FAILED', 'PASSED')),
    result       text,
    at           timestamptz,
    primary key (repair, n)
);
create index repair_item_open on repair_item (repair, state, n) where state in ('WAITING', 'DUE');
