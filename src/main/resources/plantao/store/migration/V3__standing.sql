-- Derived: the entries that say how things stand, whatever their age. Each is about something (a run, an item, an alert, ...)
-- and has a slot there, which a later one takes over.
create table standing (
    about varchar not null,
    slot varchar not null,
    entry uuid not null,
    primary key (about, slot)
);

-- With which version of its rules each derived table was made.
create table derived (
    name varchar not null primary key,
    version bigint not null
);
