package plantao.practice.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// A small `psql`: `-h -p -U -c -f -t -A -x -F -q -d -v ON_ERROR_STOP=1`, SQL on standard input, the meta-commands
/// `\q \x \dt \conninfo`. Exit status as the real one's: 1 for an error in `-c`, 2 when it cannot connect, 3 with
/// ON_ERROR_STOP.
public final class Psql {
    private static final Pattern COPY_IN =
            Pattern.compile("^\\s*copy\\s.*\\sfrom\\s+stdin", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    private final List<String> commands = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private @Nullable String address;
    private @Nullable String host;
    private @Nullable String port;
    private @Nullable String user;
    private boolean tuplesOnly;
    private boolean aligned = true;
    private boolean expanded;
    private boolean quiet;
    private boolean stopOnError;
    private String separator = "|";

    private Psql() {}

    /// @param arguments the file of the stack, the command's name, its arguments
    public static void main(String[] arguments) throws IOException {
        var psql = new Psql();
        int exit = psql.parse(List.of(arguments).subList(2, arguments.length))
                ? psql.run(Clients.read(arguments[0]))
                : StandInAnswer.NOT_POSSIBLE;
        System.exit(exit);
    }

    private boolean parse(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (!word.startsWith("-") || word.length() == 1) {
                address = word;
                continue;
            }
            if (word.startsWith("--")) {
                int equals = word.indexOf('=');
                String name = equals < 0 ? word : word.substring(0, equals);
                boolean inline = equals >= 0;
                switch (name) {
                    case "--command",
                            "--file",
                            "--dbname",
                            "--set",
                            "--variable",
                            "--field-separator",
                            "--host",
                            "--port",
                            "--username" -> {
                        if (!inline && ++i >= arguments.size()) {
                            return unknown(name + " (its value is missing)");
                        }
                        valued(name, inline ? word.substring(equals + 1) : arguments.get(i));
                    }
                    case "--tuples-only" -> tuplesOnly = true;
                    case "--no-align" -> aligned = false;
                    case "--expanded" -> expanded = true;
                    case "--quiet" -> quiet = true;
                    case "--no-psqlrc", "--no-password", "--single-transaction" -> {}
                    default -> {
                        return unknown(name);
                    }
                }
                continue;
            }
            for (int j = 1; j < word.length(); j++) {
                char flag = word.charAt(j);
                switch (flag) {
                    case 't' -> tuplesOnly = true;
                    case 'A' -> aligned = false;
                    case 'x' -> expanded = true;
                    case 'q' -> quiet = true;
                    case 'X', 'w', '1' -> {}
                    case 'c', 'f', 'd', 'v', 'F', 'h', 'p', 'U' -> {
                        String value = word.substring(j + 1);
                        if (value.isEmpty() && ++i >= arguments.size()) {
                            return unknown("-" + flag + " (its value is missing)");
                        }
                        valued("-" + flag, value.isEmpty() ? arguments.get(i) : value);
                        j = word.length();
                    }
                    default -> {
                        return unknown("-" + flag);
                    }
                }
            }
        }
        return true;
    }

    private boolean unknown(String option) {
        err.print(StandInAnswer.notPossible("psql", "the option " + option + " is not known here")
                .err());
        return false;
    }

    private void valued(String option, String value) {
        switch (option) {
            case "-c", "--command" -> commands.add(value);
            case "-f", "--file" -> files.add(value);
            case "-d", "--dbname" -> address = value;
            case "-F", "--field-separator" -> separator = value;
            case "-h", "--host" -> host = value;
            case "-p", "--port" -> port = value;
            case "-U", "--username" -> user = value;
            default -> stopOnError |= value.matches("ON_ERROR_STOP(=(1|on|true))?");
        }
    }

    private int run(Clients clients) {
        SQLException foreign = clients.foreign(host, port, user);
        if (foreign != null) {
            err.println("psql: error: " + foreign.getMessage());
            return Clients.exit(foreign, 2);
        }
        try (Connection connection = clients.connect(address)) {
            connection.setAutoCommit(true);
            for (String command : commands) {
                if (!(command.startsWith("\\") ? meta(connection, command) : all(connection, command, true))) {
                    return 1;
                }
            }
            for (String file : files) {
                try (BufferedReader in = Files.newBufferedReader(Path.of(file))) {
                    if (typed(connection, in, false) != 0) {
                        return 3;
                    }
                }
            }
            return commands.isEmpty() && files.isEmpty()
                    ? typed(
                            connection,
                            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                            System.console() != null && System.console().isTerminal())
                    : 0;
        } catch (SQLException e) {
            err.println("psql: error: " + e.getMessage());
            return Clients.exit(e, 2);
        } catch (IOException e) {
            err.println("psql: error: " + e.getMessage() + ": cannot be read");
            return 1;
        }
    }

    /// Carries out what is typed or lies in a file.
    ///
    /// @param person whether somebody sits there and wants a prompt
    private int typed(Connection connection, BufferedReader in, boolean person) throws IOException {
        String left = "";
        while (true) {
            if (person) {
                out.print(left.isBlank() ? "=> " : "-> ");
                out.flush();
            }
            String line = in.readLine();
            if (line == null) {
                return all(connection, left, stopOnError) || !stopOnError ? 0 : 3;
            }
            if (left.isBlank() && line.strip().startsWith("\\")) {
                if (line.strip().startsWith("\\q")) {
                    return 0;
                }
                meta(connection, line.strip());
                continue;
            }
            SqlScript.Cut cut = SqlScript.cut(left + line + "\n", false);
            left = cut.rest();
            for (String statement : cut.statements()) {
                boolean good = COPY_IN.matcher(statement).find()
                        ? copy(connection, statement, in)
                        : one(connection, statement);
                if (!good && stopOnError) {
                    return 3;
                }
            }
        }
    }

    /// `copy … from stdin`: the rows follow, up to a line `\\.`.
    private boolean copy(Connection connection, String statement, BufferedReader in) throws IOException {
        var rows = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("\\."); line = in.readLine()) {
            rows.append(line).append('\n');
        }
        try {
            long count = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(statement, new StringReader(rows.toString()));
            if (!quiet) {
                out.println("COPY " + count);
            }
            return true;
        } catch (SQLException e) {
            err.println(e.getMessage());
            return false;
        }
    }

    private boolean all(Connection connection, String text, boolean stop) {
        boolean good = true;
        for (String statement : SqlScript.cut(text, true).statements()) {
            good &= one(connection, statement);
            if (!good && stop) {
                return false;
            }
        }
        return good || !stop;
    }

    private boolean one(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    out.print(SqlTable.read(rows).text(new SqlTable.Style(aligned, tuplesOnly, expanded, separator)));
                }
            } else if (!quiet) {
                out.println(tag(sql, statement.getUpdateCount()));
            }
            return true;
        } catch (SQLException e) {
            err.println(e.getMessage());
            return false;
        }
    }

    /// The command tag (postgresql.org/docs/current/protocol-message-formats.html, CommandComplete).
    private static String tag(String sql, int rows) {
        String[] words = sql.replaceAll("(?m)^\\s*--.*$", "")
                .strip()
                .toUpperCase(Locale.ROOT)
                .split("[\\s;(]+");
        return switch (words[0]) {
            case "INSERT" -> "INSERT 0 " + rows;
            case "UPDATE", "DELETE", "MERGE", "COPY" -> words[0] + " " + rows;
            case "CREATE", "DROP", "ALTER" -> words[0] + (words.length > 1 ? " " + words[1] : "");
            case "TRUNCATE" -> "TRUNCATE TABLE";
            default -> words[0];
        };
    }

    private boolean meta(Connection connection, String command) {
        return switch (command.split("\\s+")[0]) {
            case "\\x" -> {
                expanded = !expanded;
                out.println("Expanded display is " + (expanded ? "on." : "off."));
                yield true;
            }
            case "\\dt" ->
                one(
                        connection,
                        "select schemaname as \"Schema\", tablename as \"Name\", 'table' as \"Type\", tableowner as"
                                + " \"Owner\" from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1, 2");
            case "\\conninfo" ->
                one(
                        connection,
                        "select current_database() as database, current_user as user, inet_server_port() as port");
            default -> {
                err.println("invalid command " + command + " (here: \\q \\x \\dt \\conninfo)");
                yield false;
            }
        };
    }
}
