-- Dossiers are found by the number of their applicant, of which there is only a keyed hash; the key is not in the database.
-- Filled behind the reports, never with them: accepting a dossier writes nothing here.
create table dossier_citizen (
    dossier text primary key,
    citizen bytea -- null: the applicant has no number
);
create index dossier_citizen_of on dossier_citizen (citizen) where citizen is not null;

-- How far that has come: first all there are, by their codes, then what is recorded.
create table dossier_citizen_filling (
    one      boolean primary key default true check (one),
    key_mark bytea not null,       -- of the key: with another one it begins anew
    filled   text,                 -- the code it has come to; null: all there were
    up_to    timestamptz not null
);

-- Which columns of the work list a person wants to see.
create table shown_columns (
    owner text primary key,
    shown text[] not null
);
