package plantao.practice.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;

/// A small `pg_restore`: `-d ADDRESS FILE`, `--clean --no-owner --no-acl`; reads what `pg_dump` here wrote, gzipped
/// or not.
public final class PgRestore {
    private final Connection connection;
    private final PrintStream err;
    private int errors;

    private PgRestore(Connection connection, PrintStream err) {
        this.connection = connection;
        this.err = err;
    }

    /// @param arguments the file of the stack, the command's name, its arguments
    public static void main(String[] arguments) throws IOException {
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        DumpOptions options = DumpOptions.read(List.of(arguments).subList(2, arguments.length));
        if (options.flaw() != null || options.address() == null || options.operand() == null) {
            err.print(StandInAnswer.notPossible(
                            "pg_restore", options.flaw() != null ? options.flaw() : "needed: -d ADDRESS FILE")
                    .err());
            System.exit(StandInAnswer.NOT_POSSIBLE);
            return;
        }
        try (Connection connection = options.connect(Clients.read(arguments[0]), options.address())) {
            String text = text(Path.of(options.operand()));
            if (!text.startsWith(PgDump.HEAD)) {
                err.println("pg_restore: error: " + options.operand() + " is no dump made in practice");
                System.exit(1);
            }
            int errors = new PgRestore(connection, err).restore(text, options.clean());
            if (errors > 0) {
                err.println("pg_restore: warning: errors ignored on restore: " + errors);
                System.exit(1);
            }
        } catch (NoSuchFileException e) {
            err.println("pg_restore: error: could not open input file \"" + options.operand()
                    + "\": No such file or directory");
            System.exit(1);
        } catch (SQLException | IOException e) {
            err.println("pg_restore: error: " + e.getMessage());
            System.exit(Clients.exit(e, 1));
        }
    }

    private static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        boolean zipped = bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
        if (zipped) {
            try (var in = new GZIPInputStream(new java.io.ByteArrayInputStream(bytes))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private int restore(String text, boolean clean) throws IOException {
        var in = new BufferedReader(new StringReader(text));
        var statement = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("copy ") && line.endsWith(" from stdin;")) {
                copy(line.substring(0, line.length() - 1), in);
                continue;
            }
            statement.append(line).append('\n');
            if (line.endsWith(";")) {
                String sql = statement.toString();
                if (clean && sql.startsWith("create table ")) {
                    run("drop table if exists " + sql.substring(13, sql.indexOf('(')) + " cascade");
                }
                run(sql);
                statement.setLength(0);
            }
        }
        return errors;
    }

    private void copy(String command, BufferedReader in) throws IOException {
        var rows = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("\\."); line = in.readLine()) {
            rows.append(line).append('\n');
        }
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command, new StringReader(rows.toString()));
        } catch (SQLException e) {
            failed(e);
        }
    }

    private void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            failed(e);
        }
    }

    private void failed(SQLException e) {
        errors++;
        err.println("pg_restore: error: " + e.getMessage());
    }
}
