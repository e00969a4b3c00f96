package plantao.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import plantao.practice.blueprint.Blueprint;
import plantao.practice.blueprint.CommandSpec;
import plantao.practice.command.PgDump;
import plantao.practice.command.PgIsReady;
import plantao.practice.command.PgRestore;
import plantao.practice.command.Psql;
import plantao.practice.command.RedisCli;
import plantao.practice.command.StandIn;
import plantao.practice.process.Launch;

/// The folder a stack lives in.
///
/// @param root everything; deleted at the end
/// @param tree the part that commands may name: `work`, `home`, `tmp`, `logs` and the blueprint's files
record ScratchTree(Path root, Path tree) {
    /// Runs what it is given, as the same user: here nobody is more than anybody else.
    private static final String SUDO = """
            #!/bin/sh
            while [ $# -gt 0 ]; do
              case "$1" in
                -[ugpCTURDh]) shift; [ $# -gt 0 ] && shift ;;
                --) shift; break ;;
                -*) shift ;;
                [A-Za-z_]*=*) export "$1"; shift ;;
                *) break ;;
              esac
            done
            [ $# -eq 0 ] || exec "$@"
            """;

    private static final Pattern DATE = Pattern.compile("\\{date(-\\d+)?\\}");

    /// Makes the empty folders.
    ///
    /// @param parent where
    static ScratchTree under(Path parent) throws IOException {
        Files.createDirectories(parent);
        Path root = Files.createTempDirectory(parent, "practice-").toRealPath();
        Path tree = Folders.closed(root.resolve("tree"));
        for (String name : List.of("work", "home", "tmp", "logs")) {
            Folders.closed(tree.resolve(name));
        }
        Folders.closed(root.resolve("bin"));
        Folders.closed(root.resolve("run"));
        return new ScratchTree(root, tree);
    }

    /// The working folder of commands.
    Path work() {
        return tree.resolve("work");
    }

    /// The folder with the logs of the processes.
    Path logs() {
        return tree.resolve("logs");
    }

    /// The only folder on the search path of commands.
    Path bin() {
        return root.resolve("bin");
    }

    /// The folder with the control socket and what the clients read.
    Path run() {
        return root.resolve("run");
    }

    /// Puts the blueprint's files into the tree.
    void fill(Blueprint blueprint, Clock clock) throws IOException {
        if (blueprint.work() != null) {
            Folders.copy(blueprint.folder().resolve(blueprint.work()), work());
        }
        for (Map.Entry<String, String> file : blueprint.files().entrySet()) {
            Files.writeString(target(file.getKey(), clock), dated(file.getValue(), clock));
        }
    }

    /// Writes the blueprint's backups, now that the database is there.
    void backUp(Blueprint blueprint, Launch.Servers servers, Clock clock) throws IOException, SQLException {
        if (blueprint.backups().isEmpty()) {
            return;
        }
        byte[] dump = PgDump.of(servers);
        byte[] zipped = PgDump.zipped(dump);
        for (String backup : blueprint.backups()) {
            Files.write(target(backup, clock), backup.endsWith(".gz") ? zipped : dump);
        }
    }

    private Path target(String name, Clock clock) throws IOException {
        Path target = tree.resolve(dated(name, clock)).normalize();
        if (!target.startsWith(tree)) {
            throw new IOException("the file " + name + " lies outside the tree");
        }
        Files.createDirectories(target.getParent());
        return target;
    }

    private static String dated(String text, Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return DATE.matcher(text).replaceAll(m -> {
            long days = m.group(1) == null ? 0 : Long.parseLong(m.group(1).substring(1));
            return today.minusDays(days).format(DateTimeFormatter.BASIC_ISO_DATE);
        });
    }

    /// Puts the harmless programs and the stand-ins on the search path.
    ///
    /// @param servers what the clients need to know; kept in a file that only its owner reads
    /// @return the listed programs that this machine lacks
    List<String> equip(Blueprint blueprint, JavaProgram program, Path socket, Launch.Servers servers)
            throws IOException {
        var missing = new ArrayList<String>();
        for (String tool : blueprint.tools()) {
            if (blueprint.commands().containsKey(tool)) {
                continue;
            }
            Programs.find(tool).ifPresentOrElse(found -> link(tool, found), () -> missing.add(tool));
        }
        var clients = new Properties();
        clients.setProperty("postgres.url", servers.url());
        clients.setProperty("redis.port", Integer.toString(servers.redisPort()));
        clients.setProperty("redis.password", servers.redisPassword());
        var text = new java.io.StringWriter();
        clients.store(text, null);
        Path file = run().resolve("clients.properties");
        Folders.write(file, text.toString(), "rw-------");
        for (Map.Entry<String, CommandSpec> command : blueprint.commands().entrySet()) {
            Class<?> main = main(command.getValue());
            List<String> words = new ArrayList<>(program.words(main));
            words.add(main == StandIn.class ? socket.toString() : file.toString());
            words.add(command.getKey());
            String line =
                    String.join(" ", words.stream().map(ScratchTree::quoted).toList());
            Folders.write(bin().resolve(command.getKey()), "#!/bin/sh\nexec " + line + " \"$@\"\n", "rwx------");
        }
        if (!Files.exists(bin().resolve("sudo"))) {
            Folders.write(bin().resolve("sudo"), SUDO, "rwx------");
        }
        return List.copyOf(missing);
    }

    private void link(String name, Path program) {
        try {
            Files.createSymbolicLink(bin().resolve(name), program);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Class<?> main(CommandSpec spec) {
        if (spec.patterns().size() != 1) {
            return StandIn.class;
        }
        return switch (spec.patterns().getFirst().act()) {
            case PSQL -> Psql.class;
            case PG_DUMP -> PgDump.class;
            case PG_RESTORE -> PgRestore.class;
            case REDIS_CLI -> RedisCli.class;
            case PG_ISREADY -> PgIsReady.class;
            default -> StandIn.class;
        };
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
