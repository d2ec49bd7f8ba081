-- Files of citizens. The bytes are in the storage; a row is never without the dossier it was filed in.
create table citizen_file (
    id         uuid primary key,
    dossier    text        not null references dossier (code),
    province   text        not null,
    commune    text        not null,
    kind       text        not null, -- what paper, by the code of the list of papers
    purpose    text        not null, -- what it was filed as
    owner      bytea       not null, -- keyed hash of the person's number
    state      text        not null check (state in ('RECEIVING', 'ABANDONED', 'QUARANTINED', 'READY', 'INFECTED')),
    filed_by   text        not null,
    filed_at   timestamptz not null,
    stored_as  text,                 -- address in the storage, written before the bytes go there
    sha256     bytea,
    size       bigint      not null default 0,
    media_type text                  -- by its bytes
);
create index file_by_dossier on citizen_file (dossier);
create index file_by_owner on citizen_file (owner, kind) where state = 'READY';
create index file_open on citizen_file (state, filed_at) where state in ('RECEIVING', 'ABANDONED', 'QUARANTINED', 'INFECTED');
-- the same paper of the same person, filed twice in a dossier, is one file
create unique index file_once on citizen_file (dossier, kind, owner, sha256) where state in ('READY', 'QUARANTINED');

-- That a file served another dossier: whose (by the file), when, for which.
create table file_reuse (
    id        bigint generated always as identity primary key,
    file      uuid        not null references citizen_file (id),
    dossier   text        not null references dossier (code),
    province  text        not null,
    commune   text        not null,
    purpose   text        not null,
    officer   text,
    reused_by text        not null,
    reused_at timestamptz not null,
    unique (file, dossier)
);
create index file_reuse_by_dossier on file_reuse (dossier);
