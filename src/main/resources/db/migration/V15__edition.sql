-- What the hub runs by, as a whole: the files of integration/, routes/ and mappings/. The edition with the highest number is
-- live; two that were made after the same one want the same number, and the second is refused. Rows are only ever added.
create table edition_files (
    hash text  primary key, -- of paths and contents
    zip  bytea not null
);
create table edition (
    number   bigint      primary key check (number > 0),
    hash     text        not null references edition_files,
    live_at  timestamptz not null,
    client   text        not null,
    why      text        not null,
    restores bigint      references edition, -- the former one that it brought back
    added    int         not null,           -- files, against the edition before
    changed  int         not null,
    removed  int         not null,
    concerns text[]      not null            -- systems, and what is shared
);
