-- Deliveries are owed by one statement that brings these columns along; one by one only where somebody leaves them out.
drop trigger delivery_of_dossier on delivery;
create trigger delivery_of_dossier before insert on delivery for each row when (new.legal_due_at is null)
  execute function delivery_of_dossier();
