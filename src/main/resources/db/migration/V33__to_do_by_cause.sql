-- What people at the desk narrow and group by what it fails by is found in this index alone, too. A row that was just
-- accepted has no cause, and is written to the same indexes as before.
create index delivery_to_do_next on delivery (legal_due_at, id)
  include (system, state, dossier, created_at, province, commune, cause)
  where state in ('PENDING', 'LEASED', 'UNCERTAIN', 'REFUSED', 'PARKED');
drop index delivery_to_do;
alter index delivery_to_do_next rename to delivery_to_do;
