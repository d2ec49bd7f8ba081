-- One order to pay one fee of a dossier through one payment system. Its whole life is in this row.
create table payment_order (
    number       text primary key,      -- what the payment system knows it by
    dossier      text        not null references dossier (code),
    fee          int         not null,  -- which fee of the dossier, by its place
    system       text        not null,
    amount       bigint      not null check (amount > 0),
    request      text        not null,  -- JSON: the fee as it was due, and what the caller wrote
    fingerprint  bytea       not null,  -- SHA-256 of what the caller wrote
    caller       text        not null,
    key          text,                  -- the caller's Idempotency-Key
    state        text        not null
        check (state in ('NEW', 'OPEN', 'UNKNOWN', 'PAID', 'FAILED', 'EXPIRED')),
    due_at       timestamptz,           -- when somebody must look at the row again; of a row in hand: when its lease ends
    sent_at      timestamptz,           -- when it began to leave; null: the system surely has not heard of it
    asked        int         not null default 0,
    code         text,                  -- the system's last word
    pay_url      text,
    reference    text,                  -- what the system calls the payment
    paid_at      timestamptz,
    late         boolean     not null default false, -- it had been given up
    attention    text,                  -- why a person must look
    entry        uuid references entry (id),
    receipt      text,
    created_at   timestamptz not null,
    expires_at   timestamptz not null
) with (fillfactor = 70);
-- A fee is ordered once. What is paid after it had been given up is money all the same, and may stand beside another.
create unique index payment_order_once on payment_order (dossier, fee)
    where state in ('NEW', 'OPEN', 'UNKNOWN', 'PAID') and not late;
create unique index payment_order_by_key on payment_order (caller, key) where key is not null;
create index payment_order_due on payment_order (due_at) where due_at is not null;
create index payment_order_by_dossier on payment_order (dossier);
create index payment_order_attention on payment_order (number) where attention is not null;
