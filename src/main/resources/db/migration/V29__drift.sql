-- What systems are known to answer, learned from their answers: names of fields, types, codes; no value of any dossier.
create table answer_known (
    system    text not null,
    operation text not null, -- empty where it does not matter
    aspect    text not null check (aspect in ('SHAPE', 'CODE', 'CERTIFICATE', 'CLOCK')),
    place     text not null, -- method, address and status; empty where it does not matter
    samples   int  not null, -- that it is known from; not counted on when they are enough
    known     text not null, -- JSON
    primary key (system, operation, aspect, place)
);

-- Answers that were otherwise. Each is noticed once; its sample is the exchange of the attempt.
create table drift (
    id          uuid        primary key,
    system      text        not null,
    operation   text        not null,
    aspect      text        not null check (aspect in ('SHAPE', 'CODE', 'CERTIFICATE', 'CLOCK')),
    place       text        not null,
    moves       text        not null, -- JSON
    digest      text        not null, -- of the moves
    delivery    bigint      not null,
    attempt     int         not null,
    noticed_at  timestamptz not null,
    accepted_at timestamptz,
    accepted_by text,
    note        text
);
create unique index drift_open on drift (system, operation, aspect, place, digest) where accepted_at is null;
create index drift_by_time on drift (noticed_at desc, id desc);

alter table incident drop constraint incident_kind_check;
alter table incident add constraint incident_kind_check
    check (kind in ('CAUSE', 'BREAKER', 'DEADLINE', 'SILENCE', 'DRIFT'));
