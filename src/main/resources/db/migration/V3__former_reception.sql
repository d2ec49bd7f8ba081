-- What a correction of the reception replaced: the reception, and the due time that had been issued with it.
create table former_reception (
    dossier          text        not null,
    seq              int         not null, -- of the entry that replaced it
    received_at      timestamptz not null,
    due_at           timestamptz,
    due_source       text,
    calendar_version text,
    rule_version     text,
    process_version  text,
    primary key (dossier, seq),
    foreign key (dossier, seq) references entry (dossier, seq)
);
