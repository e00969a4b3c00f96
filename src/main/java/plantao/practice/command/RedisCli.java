package plantao.practice.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import plantao.practice.process.RedisClient;
import plantao.practice.process.RedisClient.Reply;

/// A small `redis-cli`: `-h -p -a -n -u --user --raw --no-auth-warning --scan --pattern --bigkeys --memkeys`, a
/// command in its arguments or commands on standard input. Exit status as the real one's: 1 when it cannot connect
/// or (for one command) the server answers with an error.
public final class RedisCli {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal =
            System.console() != null && System.console().isTerminal();
    private boolean raw = !terminal;
    private String host = "127.0.0.1";
    private int port;
    private String password;
    private String database = "0";
    private String look = "";
    private String pattern = "*";

    private RedisCli(Clients clients, PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
        this.port = clients.redisPort();
        this.password = clients.redisPassword();
    }

    /// @param arguments the file of the stack, the command's name, its arguments
    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Clients clients = Clients.read(arguments[0]);
        int exit =
                new RedisCli(clients, out, err).run(clients, List.of(arguments).subList(2, arguments.length));
        out.flush();
        System.exit(exit);
    }

    private int run(Clients clients, List<String> arguments) {
        int at = 0;
        while (at < arguments.size()
                && arguments.get(at).startsWith("-")
                && arguments.get(at).length() > 1) {
            String option = arguments.get(at++);
            switch (option) {
                case "--raw" -> raw = true;
                case "--no-raw" -> raw = false;
                case "--no-auth-warning" -> {}
                case "--scan", "--bigkeys", "--memkeys" -> look = option;
                case "-h", "-p", "-a", "--pass", "-n", "--user", "-u", "--pattern" -> {
                    if (at >= arguments.size()) {
                        err.println("redis-cli: the option " + option + " lacks its value");
                        return 1;
                    }
                    if (!set(option, arguments.get(at++))) {
                        return 1;
                    }
                }
                default -> {
                    err.print(StandInAnswer.notPossible("redis-cli", "the option " + option + " is not known here")
                            .err());
                    return StandInAnswer.NOT_POSSIBLE;
                }
            }
        }
        if (!Clients.local(host) || port != clients.redisPort()) {
            err.print(
                    StandInAnswer.notPossible("redis-cli", host + ":" + port + " is not a server of the practice stack")
                            .err());
            return StandInAnswer.NOT_POSSIBLE;
        }
        return talk(arguments.subList(at, arguments.size()));
    }

    private boolean set(String option, String value) {
        switch (option) {
            case "-h" -> host = value;
            case "-a", "--pass" -> password = value;
            case "-n" -> database = value;
            case "--pattern" -> pattern = value;
            case "-u" -> {
                return address(value);
            }
            case "-p" -> {
                if (!value.matches("\\d{1,5}")) {
                    err.println("redis-cli: '" + value + "' is no port");
                    return false;
                }
                port = Integer.parseInt(value);
            }
            default -> {
                if (!value.equals("default")) {
                    err.print(StandInAnswer.notPossible("redis-cli", "there is no user " + value + " here")
                            .err());
                    return false;
                }
            }
        }
        return true;
    }

    /// `redis://user:password@host:port/database`, as the real one takes it.
    private boolean address(String text) {
        try {
            URI uri = URI.create(text);
            String login = uri.getUserInfo();
            host = uri.getHost() == null ? host : uri.getHost();
            port = uri.getPort() < 0 ? port : uri.getPort();
            password = login == null ? password : login.substring(login.indexOf(':') + 1);
            String path = uri.getPath() == null ? "" : uri.getPath().replace("/", "");
            database = path.isEmpty() ? database : path;
            return true;
        } catch (IllegalArgumentException e) {
            err.println("redis-cli: '" + text + "' is no address");
            return false;
        }
    }

    private int talk(List<String> command) {
        try (var client = new RedisClient(host, port, password.isEmpty() ? null : password, 10_000)) {
            if (!database.equals("0")) {
                client.call("SELECT", database);
            }
            if (!look.isEmpty()) {
                var keys = new RedisKeys(client, out);
                if (look.equals("--scan")) {
                    keys.list(pattern);
                } else {
                    keys.biggest(look.equals("--memkeys"));
                }
                return 0;
            }
            if (!command.isEmpty()) {
                return show(client.call(command), command) ? 0 : 1;
            }
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = asked(in); line != null; line = asked(in)) {
                List<String> words = words(line);
                if (!words.isEmpty()
                        && (words.getFirst().equalsIgnoreCase("quit")
                                || words.getFirst().equalsIgnoreCase("exit"))) {
                    return 0;
                }
                if (!words.isEmpty()) {
                    show(client.call(words), words);
                }
            }
            return 0;
        } catch (IOException e) {
            err.println("Could not connect to Redis at " + host + ":" + port + ": " + e.getMessage());
            return 1;
        }
    }

    private @Nullable String asked(BufferedReader in) throws IOException {
        if (terminal) {
            out.print(host + ":" + port + (database.equals("0") ? "" : "[" + database + "]") + "> ");
            out.flush();
        }
        return in.readLine();
    }

    /// The real client prints what is a text of lines as it is, whoever reads it.
    private static boolean text(List<String> command) {
        String first = command.getFirst().toLowerCase(Locale.ROOT);
        String second = command.size() > 1 ? command.get(1).toLowerCase(Locale.ROOT) : "";
        return first.equals("info")
                || first.equals("lolwut")
                || first.equals("client") && (second.equals("list") || second.equals("info"))
                || first.equals("cluster") && (second.equals("info") || second.equals("nodes"))
                || first.equals("memory") && (second.equals("doctor") || second.equals("malloc-stats"));
    }

    private boolean show(Reply reply, List<String> command) {
        boolean plain = raw || text(command) && !(reply instanceof Reply.Failure);
        out.println(plain ? reply.plain() : spelled(reply, ""));
        return !(reply instanceof Reply.Failure);
    }

    private static String spelled(Reply reply, String indent) {
        return switch (reply) {
            case Reply.Status s -> s.text();
            case Reply.Failure f -> "(error) " + f.text();
            case Reply.Number n -> "(integer) " + n.value();
            case Reply.Bulk b ->
                b.text() == null
                        ? "(nil)"
                        : '"'
                                + b.text()
                                        .replace("\\", "\\\\")
                                        .replace("\"", "\\\"")
                                        .replace("\r", "\\r")
                                        .replace("\n", "\\n")
                                + '"';
            case Reply.Array a -> {
                if (a.items() == null || a.items().isEmpty()) {
                    yield "(empty array)";
                }
                var lines = new ArrayList<String>();
                for (int i = 0; i < a.items().size(); i++) {
                    lines.add((i == 0 ? "" : indent) + (i + 1) + ") "
                            + spelled(a.items().get(i), indent + "   "));
                }
                yield String.join("\n", lines);
            }
        };
    }

    /// Words apart by spaces, double or single quotes around those with spaces in them.
    private static List<String> words(String line) {
        var found = new ArrayList<String>();
        var matcher =
                java.util.regex.Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)").matcher(line);
        while (matcher.find()) {
            found.add(
                    matcher.group(1) != null
                            ? matcher.group(1)
                            : matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
        }
        return found;
    }
}
