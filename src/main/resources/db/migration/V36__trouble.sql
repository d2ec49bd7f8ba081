-- What a system that fails said last to what waits for it: of thousands that wait, few have been tried.
create index delivery_tried on delivery (system, due_at)
    where state in ('PENDING', 'LEASED', 'UNCERTAIN') and answer is not null;
