-- The newest of a system are shown on its page, and what its certificates said.
create index exchange_of_system on exchange (system, ended_at);
