-- A citizen's way through a sign-in server. What could open it is kept as hashes; whose it is, only sealed by the code
-- that the upstream system is given, and not after it was fetched.
create table sign_in (
    id         uuid primary key,
    state_hash bytea       not null unique,
    system     text        not null,
    client     text        not null, -- upstream system that asked for it
    return_to  text        not null,
    said       text        not null, -- what that system wants to hear again
    level      text        not null,
    nonce      text        not null,
    verifier   text        not null,
    begun_at   timestamptz not null,
    ends_at    timestamptz not null,
    called_at  timestamptz,          -- the sign-in server has sent the citizen back, once
    code_hash  bytea unique,
    code_ends  timestamptz,
    sealed     bytea
);
create index sign_in_ends on sign_in (ends_at);
