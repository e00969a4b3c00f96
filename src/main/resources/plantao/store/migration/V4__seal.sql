-- The same text on H2 and PostgreSQL. How far each device has signed its chain: what a team shares.
create table seal (
    device varchar not null primary key,
    number bigint not null,
    hash char(64) not null,
    signer varchar not null,
    signature varchar not null
);
