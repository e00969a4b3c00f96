package plantao.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What is to be said of encryption when a team's database is prepared: what this connection has, and what the
/// server's administrator does so that every console's has it. A client cannot put a key on a server.
final class TeamTls {
    private TeamTls() {}

    static List<String> told(TeamAddress address, Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        String with = TeamInit.one(
                connection, "select version || ', ' || cipher from pg_stat_ssl where pid = pg_backend_pid() and ssl");
        if (with != null) {
            lines.add("This connection is encrypted (" + with + ")"
                    + (address.checksName()
                            ? ", and the server's certificate was checked."
                            : ", but the server's certificate was not checked: add"
                                    + " sslmode=verify-full&sslrootcert=FILE to the URL, with the certificate of the"
                                    + " authority that issued it."));
            String database = String.valueOf(TeamInit.one(connection, "select quote_ident(current_database())"));
            lines.add("So that consoles get in encrypted only, the administrator puts these before other rules in"
                    + " pg_hba.conf:");
            for (String role : List.of(TeamInit.WRITER, TeamInit.READER)) {
                lines.add("  hostssl    " + database + "  +" + role + "  all  scram-sha-256");
                lines.add("  hostnossl  " + database + "  +" + role + "  all  reject");
            }
        } else {
            boolean able = "on".equals(TeamInit.one(connection, "show ssl"));
            lines.add("This connection is not encrypted. Between machines it has to be: "
                    + (able
                            ? "the server can, so add sslmode=verify-full&sslrootcert=FILE to the URL."
                            : "the server's administrator gives it a certificate and sets ssl = on (README, A log for"
                                    + " the team); then add sslmode=verify-full&sslrootcert=FILE to the URL."));
        }
        return lines;
    }
}
