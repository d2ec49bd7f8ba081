-- Nothing is kept of the answer to a question, which may be a citizen's.
alter table drift alter column delivery drop not null, alter column attempt drop not null;
