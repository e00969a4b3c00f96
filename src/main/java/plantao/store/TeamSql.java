package plantao.store;

/// The statements of sharing a log. Those marked so are for a server only.
final class TeamSql {
    static final String SEALS = "select device, number, hash, signer, signature from seal order by device";

    static final String OF_DEVICE = """
            select * from entry where device = :device and number > :from and number <= :to
            order by number fetch first :count rows only
            """;

    static final String REDACTIONS = "select id, subject from entry where kind = 'Redacted'";

    static final String BY_IDS = "select * from entry where id in (<ids>)";

    static final String KEEP_SEAL = """
            merge into seal s
            using (values (cast(:device as varchar), cast(:number as bigint), cast(:hash as char(64)),
                cast(:signer as varchar), cast(:signature as varchar)))
                as n (device, number, hash, signer, signature)
            on s.device = n.device
            when matched then update set number = n.number, hash = n.hash, signature = n.signature
            when not matched then insert (device, number, hash, signer, signature)
                values (n.device, n.number, n.hash, n.signer, n.signature)
            """;

    /// Server: what is there already is left as it is.
    static final String ADD = Sql.INSERT + " on conflict do nothing";

    /// Server: moves a device's end on.
    static final String SEAL = "select plantao_seal(:device, :number, :hash, :signer, :signature)";

    /// Server: how each device stands, and the time there.
    static final String STANDING = """
            select s.device, s.number, s.hash, s.signer, s.signature, clock_timestamp() as server_time
            from (select 1) as one left join seal s on true
            """;

    /// Server: the rows of several devices' spans, each in the order of its chain.
    static final String SPANS = """
            select e.* from unnest(:devices, :froms, :tos) as w (device, low, high)
            join entry e on e.device = w.device and e.number > w.low and e.number <= w.high
            order by e.device, e.number
            """;

    /// Server: a span without its details, to find where it can be cut.
    static final String OUTLINE = """
            select id, at, operator, device, system, subject, kind, '' as detail, detail_hash, number, chain_prev,
                chain_hash, redacted_by
            from entry where device = :device and number > :from and number <= :to order by number
            """;

    static final String LISTEN = "listen plantao_log";

    /// What is open on which console: of its own, so that consoles that do not know it are not woken.
    static final String LISTEN_HERE = "listen plantao_here";

    static final String HERE = "select pg_notify('plantao_here', :line)";

    static final String HELLO = "select pg_notify('plantao_log', :hello)";

    /// Server: the tables' version.
    static final String VERSION = """
            select max(cast(version as integer)) from flyway_schema_history where success and version is not null
            """;

    private TeamSql() {}
}
