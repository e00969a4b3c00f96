package plantao.practice.command;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/// A small `pg_isready`: whether the stack's PostgreSQL takes connections. Its options do not matter, as there is
/// one server. Exit status as the real one's (postgresql.org/docs/current/app-pg-isready.html): 0 accepting, 1
/// rejecting, 2 no answer.
public final class PgIsReady {
    private PgIsReady() {}

    /// @param arguments the file of the stack, the command's name, its arguments
    public static void main(String[] arguments) throws IOException {
        Clients clients = Clients.read(arguments[0]);
        String where = "127.0.0.1:" + clients.postgres().getPort();
        boolean quiet = List.of(arguments).contains("-q");
        int exit;
        String said;
        try {
            clients.connect(null).close();
            exit = 0;
            said = "accepting connections";
        } catch (SQLException e) {
            // class 08 is a connection exception (SQL standard); anything else came from the server
            boolean answered = e.getSQLState() != null && !e.getSQLState().startsWith("08");
            exit = answered ? 1 : 2;
            said = answered ? "rejecting connections" : "no response";
        }
        if (!quiet) {
            System.out.println(where + " - " + said);
        }
        System.exit(exit);
    }
}
