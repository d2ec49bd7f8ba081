-- A dossier on linked procedures. What happened on its way stands in the ledger; here is only when to look at it again.
create table journey (
    dossier    text primary key references dossier (code),
    definition text not null, -- the file as it was when the dossier was registered: its way does not change under it
    state      text not null check (state in ('RUNNING', 'HELD', 'DONE', 'STOPPED')),
    look_at    timestamptz    -- null: only an entry can change anything
);
create index journey_by_look on journey (look_at) where look_at is not null;
