package plantao.store;

import java.util.List;

/// Every statement of ours, the same text on H2 and PostgreSQL.
final class Sql {
    /// By place, for [RowBatch].
    static final String INSERT = """
            insert into entry (id, at, operator, device, system, subject, kind, detail,
                detail_hash, number, chain_prev, chain_hash, redacted_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    static final String KNOWN = "select id from entry where id in (<ids>)";

    static final String LOCK_HEAD = "select device, number, hash from chain_head where device = :device for update";

    static final String HEADS = "select device, number, hash from chain_head order by device";

    static final String MOVE_HEAD = """
            merge into chain_head h
            using (values (cast(:device as varchar), cast(:number as bigint), cast(:hash as char(64))))
                as n (device, number, hash)
            on h.device = n.device
            when matched then update set number = n.number, hash = n.hash
            when not matched then insert (device, number, hash) values (n.device, n.number, n.hash)
            """;

    static final String ALL = """
            select id, at, operator, device, system, subject, kind, detail, redacted_by from entry order by seq
            """;

    static final String RECENT = """
            select seq, id, at, operator, device, system, subject, kind, detail, redacted_by
            from (select * from entry order by seq desc fetch first :count rows only) as latest
            order by seq
            """;

    static final String OF_SYSTEM = """
            select seq, id, at, operator, device, system, subject, kind, detail, redacted_by from entry
            where seq >= :first and seq < :end and system = :system and at >= :from and at < :to
            """;

    static final String STANDING = "select about, slot, entry from standing";

    static final String STANDING_ENTRIES = """
            select e.seq, e.id, e.at, e.operator, e.device, e.system, e.subject, e.kind, e.detail, e.redacted_by
            from standing s join entry e on e.id = s.entry
            """;

    static final String STANDS_ALONE = "insert into standing (about, slot, entry) values (?, ?, ?)";

    static final String STANDS = """
            merge into standing s
            using (values (cast(? as varchar), cast(? as varchar), cast(? as uuid))) as n (about, slot, entry)
            on s.about = n.about and s.slot = n.slot
            when matched then update set entry = n.entry
            when not matched then insert (about, slot, entry) values (n.about, n.slot, n.entry)
            """;

    static final String STANDS_NO_MORE = "delete from standing where about = :about";

    static final String NOTHING_STANDS = "delete from standing";

    static final String DERIVED = """
            merge into derived d using (values (cast(:name as varchar), cast(:version as bigint))) as n (name, version)
            on d.name = n.name
            when matched then update set version = n.version
            when not matched then insert (name, version) values (n.name, n.version)
            """;

    static final String DERIVED_VERSION = "select version from derived where name = :name";

    static final String OF_KINDS = """
            select seq, id, at, operator, device, system, subject, kind, detail, redacted_by from entry
            where seq >= :first and seq < :end and kind in (<kinds>) and at >= :from and at < :to
            """;

    static final String SINCE = """
            select seq, id, at, operator, device, system, subject, kind, detail, redacted_by
            from entry where seq > :seq order by seq fetch first :count rows only
            """;

    /// `like` is the beginning of an id and `%`.
    static final String BY_ID = """
            select id, at, operator, device, system, subject, kind, detail, redacted_by
            from entry where cast(id as varchar(36)) like :like order by seq
            """;

    static final String ROWS_SINCE = "select * from entry where seq > :seq order by seq";

    static final String ROWS_BETWEEN = "select * from entry where seq >= :from and seq < :to order by seq";

    static final String NUMBERED = """
            select id, at, operator, device, system, subject, kind, detail, redacted_by
            from entry where seq in (<seqs>) order by seq desc
            """;

    static final String SEQ = "select seq from entry where id = :id";

    static final String BLOCKS = "select block, oldest, newest, firsts from search_block";

    static final String BLOCK_TIMES = "select block, oldest, newest from search_block";

    static final String KEEP_BLOCK = """
            insert into search_block (block, entries, oldest, newest, firsts)
            values (:block, :entries, :oldest, :newest, :firsts)
            """;

    static final String FORGET_BLOCK = "delete from search_block where block = :block";

    static final String PAGE = "select body from search_page where id = :id";

    static final String SOME_PAGES = "select id, body from search_page where id in (<ids>)";

    static final String PAGES = "select body from search_page where id >= :from and id < :to order by id";

    static final String KEEP_PAGE = "insert into search_page (id, body) values (:id, :body)";

    static final String FORGET_PAGES = "delete from search_page where id >= :from and id < :to";

    static final String WHOLE = "select * from entry order by seq";

    static final String COUNT = "select count(*) from entry";

    static final String CHAINS = "select * from entry order by device, number";

    static final String BLANK = """
            update entry set detail = (select r.detail from entry r where r.id = :by), redacted_by = :by where id = :id
            """;

    /// H2: writes what is committed and waits until the disk has it.
    static final String SYNC = "checkpoint sync";

    /// H2: draws numbers for many entries at once. Each draw is a commit of its own, and it would be one for 32 of
    /// them.
    static final String NUMBER_AHEAD = "alter table entry alter column seq set cache 8192";

    static final String NOTHING_YET = "select not exists (select 1 from entry)";

    /// H2, while there are no entries: a row lies under its number (`seq`) instead of one that H2 draws and an
    /// index from the one to the other. What comes first keeps ids unique, should the process be killed in
    /// between.
    static final List<String> BY_NUMBER = List.of(
            "create unique index entry_id on entry (id)",
            "alter table entry drop primary key",
            "alter table entry add primary key (seq)",
            "drop index entry_seq");

    /// H2: writes the file anew, without what was blanked, and closes it.
    static final String REWRITE = "shutdown compact";

    /// H2: ends in this process without another write, as a kill would.
    static final String LEAVE = "shutdown immediately";

    private Sql() {}
}
