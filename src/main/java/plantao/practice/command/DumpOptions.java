package plantao.practice.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The options that `pg_dump` and `pg_restore` have in common here.
///
/// @param address what `-d` says
/// @param file what `-f` says
/// @param operand the word without an option
/// @param host what `-h` says
/// @param port what `-p` says
/// @param user what `-U` says
/// @param clean whether `--clean` is said
/// @param flaw why they cannot be followed, or null
record DumpOptions(
        @Nullable String address,
        @Nullable String file,
        @Nullable String operand,
        @Nullable String host,
        @Nullable String port,
        @Nullable String user,
        boolean clean,
        @Nullable String flaw) {
    private static final Set<String> WITHOUT_VALUE = Set.of(
            "--no-owner",
            "--no-acl",
            "--no-privileges",
            "--if-exists",
            "-O",
            "-x",
            "-v",
            "--verbose",
            "-Fc",
            "-Fp",
            "--format=custom",
            "--format=plain",
            "--single-transaction",
            "-1",
            "-c",
            "--clean",
            "-w",
            "--no-password");
    private static final Set<String> WITH_VALUE = Set.of(
            "-d", "--dbname", "-f", "--file", "-F", "--format", "-h", "--host", "-p", "--port", "-U", "--username");

    /// Connects to what they ask for.
    Connection connect(Clients clients, @Nullable String to) throws SQLException {
        SQLException foreign = clients.foreign(host, port, user);
        if (foreign != null) {
            throw foreign;
        }
        return clients.connect(to);
    }

    static DumpOptions read(List<String> arguments) {
        String address = null;
        String file = null;
        String operand = null;
        String host = null;
        String port = null;
        String user = null;
        boolean clean = false;
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String name = equals < 0 ? word : word.substring(0, equals);
            if (!word.startsWith("-") || word.equals("-")) {
                operand = word;
            } else if (WITHOUT_VALUE.contains(word)) {
                clean |= word.equals("-c") || word.equals("--clean");
            } else if (WITH_VALUE.contains(name) && (equals >= 0 || i + 1 < arguments.size())) {
                String value = equals >= 0 ? word.substring(equals + 1) : arguments.get(++i);
                switch (name) {
                    case "-d", "--dbname" -> address = value;
                    case "-f", "--file" -> file = value;
                    case "-h", "--host" -> host = value;
                    case "-p", "--port" -> port = value;
                    case "-U", "--username" -> user = value;
                    default -> {
                        if (!Set.of("c", "p", "custom", "plain").contains(value)) {
                            return flawed("the format " + value + " is not known here");
                        }
                    }
                }
            } else {
                return flawed("the option " + word + " is not known here, or its value is missing");
            }
        }
        return new DumpOptions(address, file, operand, host, port, user, clean, null);
    }

    private static DumpOptions flawed(String flaw) {
        return new DumpOptions(null, null, null, null, null, null, false, flaw);
    }
}
