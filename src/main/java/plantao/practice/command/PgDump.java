package plantao.practice.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import plantao.practice.process.Launch;

/// A small `pg_dump`: `-d -F -f --no-owner --no-acl` and a connection address. It writes plain SQL whatever the
/// format asked for, and says so; `pg_restore` here reads it.
public final class PgDump {
    /// The first line of every dump.
    static final String HEAD = "-- practice dump, plain SQL";

    private PgDump() {}

    /// A dump of the stack's database.
    public static byte[] of(Launch.Servers servers) throws SQLException, IOException {
        try (Connection connection =
                DriverManager.getConnection(servers.jdbcUrl(), servers.user(), servers.password())) {
            return (HEAD + "\n" + new TableDump(connection).read().text()).getBytes(StandardCharsets.UTF_8);
        }
    }

    /// The same, gzipped.
    public static byte[] zipped(byte[] dump) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(dump);
        }
        return bytes.toByteArray();
    }

    /// @param arguments the file of the stack, the command's name, its arguments
    public static void main(String[] arguments) throws IOException {
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        DumpOptions options = DumpOptions.read(List.of(arguments).subList(2, arguments.length));
        if (options.flaw() != null) {
            err.print(StandInAnswer.notPossible("pg_dump", options.flaw()).err());
            System.exit(StandInAnswer.NOT_POSSIBLE);
        }
        String address = options.address() != null ? options.address() : options.operand();
        try (Connection connection = options.connect(Clients.read(arguments[0]), address)) {
            TableDump.Dump dump = new TableDump(connection).read();
            String text = HEAD + "\n" + dump.text();
            if (options.file() == null) {
                new PrintStream(System.out, true, StandardCharsets.UTF_8).print(text);
            } else {
                Files.writeString(Path.of(options.file()), text);
                err.println("pg_dump: " + dump.tables() + " tables written to " + options.file()
                        + " (in practice as plain SQL, whatever the format asked for)");
            }
        } catch (SQLException | IOException e) {
            err.println("pg_dump: error: " + e.getMessage());
            System.exit(Clients.exit(e, 1));
        }
    }
}
