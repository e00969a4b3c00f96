-- Derived: made from the entries, may be thrown away and made anew. 4096 consecutive numbers (seq) are a block; a page has
-- some of the words of its block, in order, each with the places of the entries that hold it.
create table search_block (
    block bigint not null primary key,
    entries bigint not null,
    oldest timestamp(6) with time zone not null,
    newest timestamp(6) with time zone not null,
    firsts varchar not null
);

create table search_page (
    id bigint not null primary key,
    body varchar not null
);
