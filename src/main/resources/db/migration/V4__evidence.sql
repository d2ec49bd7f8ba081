-- Evidence about a dossier tells who did or saw what with it.
create index audit_by_dossier on audit (dossier) where dossier is not null;
