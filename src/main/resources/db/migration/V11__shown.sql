-- The dossier that an interlinked case belongs to, so that the list need not be read again to find both.
alter table shown add column linked_to text;
update shown set linked_to = record::jsonb ->> 'linkedTo' where record like '%"linkedTo"%';

-- Checked row by row it costs as much as writing the row; a reconciliation is never deleted.
alter table shown drop constraint shown_reconciliation_fkey;
