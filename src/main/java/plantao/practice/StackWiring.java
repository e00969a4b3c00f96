package plantao.practice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plantao.practice.blueprint.Blueprint;
import plantao.practice.blueprint.ProcessSpec;
import plantao.practice.process.Launch;
import plantao.values.Fence;
import plantao.values.Place;
import plantao.values.Target;
import plantao.values.Variable;

/// Chooses ports and passwords and fills in the blueprint's placeholders.
final class StackWiring {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9-]*(?:\\.[a-z]+)?)\\}");
    /// Nothing listens there (RFC 863, and no one runs it): a proxy that leads nowhere.
    private static final String DEAD_PROXY = "http://127.0.0.1:9";

    /// The function that bash calls for a command it does not find, as bash hands functions on in its environment.
    private static final String NOT_FOUND = "BASH_FUNC_command_not_found_handle%%";

    private static final String NOT_FOUND_SAYS =
            "() { printf '%s: not part of this practice stack; practice.yaml names programs under tools and"
                    + " stand-ins under commands\\n' \"$1\" >&2; return 127; }";

    private final Blueprint blueprint;
    private final ScratchTree scratch;
    private final Secrets secrets;
    private final Launch.Servers servers;
    private final Map<String, Integer> ports = new LinkedHashMap<>();

    StackWiring(Blueprint blueprint, ScratchTree scratch, Secrets secrets) throws IOException {
        this.blueprint = blueprint;
        this.scratch = scratch;
        this.secrets = secrets;
        Iterator<Integer> free = Ports.free(2 + blueprint.processes().size()).iterator();
        this.servers = new Launch.Servers(
                free.next(),
                blueprint.postgres().database(),
                blueprint.postgres().user(),
                secrets.next(),
                free.next(),
                secrets.next());
        blueprint.processes().forEach((name, spec) -> {
            if (spec.kind() == ProcessSpec.Kind.WEB || spec.kind() == ProcessSpec.Kind.PROMETHEUS) {
                ports.put(name, spec.port() == null ? free.next() : spec.port());
            }
        });
    }

    Launch.Servers servers() {
        return servers;
    }

    /// Where this process listens; 0 when it does not.
    int port(String process) {
        return ports.getOrDefault(process, 0);
    }

    /// The web processes' base addresses, by name.
    Map<String, String> addresses() {
        var all = new TreeMap<String, String>();
        ports.forEach((name, port) -> all.put(name, "http://127.0.0.1:" + port));
        return all;
    }

    /// The variables a process starts with.
    Map<String, String> environment(ProcessSpec spec) {
        var filled = new TreeMap<String, String>();
        spec.environment().forEach((name, value) -> filled.put(name, fill(value)));
        return filled;
    }

    /// The text with its placeholders filled in; one that means nothing here stays as it is.
    String fill(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(m -> Matcher.quoteReplacement(value(m.group(1), m.group())));
    }

    private String value(String name, String otherwise) {
        return switch (name) {
            case "postgres.url" -> servers.url();
            case "postgres.host", "redis.host" -> "127.0.0.1";
            case "postgres.port" -> Integer.toString(servers.postgresPort());
            case "postgres.database" -> servers.database();
            case "postgres.user" -> servers.user();
            case "postgres.password" -> servers.password();
            case "redis.port" -> Integer.toString(servers.redisPort());
            case "redis.password" -> servers.redisPassword();
            case "redis.url" -> "redis://:" + servers.redisPassword() + "@127.0.0.1:" + servers.redisPort() + "/0";
            case "random" -> secrets.next();
            case "tree" -> scratch.tree().toString();
            case "work" -> scratch.work().toString();
            default -> {
                int dot = name.indexOf('.');
                Integer port = dot < 0 ? null : ports.get(name.substring(0, dot));
                yield port == null
                        ? otherwise
                        : switch (name.substring(dot + 1)) {
                            case "url" -> "http://127.0.0.1:" + port;
                            case "port" -> Integer.toString(port);
                            case "host" -> "127.0.0.1";
                            default -> otherwise;
                        };
            }
        };
    }

    /// The environment of the stack, for probes and commands.
    Target target() {
        Map<String, Variable> variables = new LinkedHashMap<>();
        blueprint
                .variables()
                .forEach((name, gift) ->
                        variables.put(name, new Variable(name, fill(gift.value()), gift.secret(), "practice")));
        Set<String> hosts = new LinkedHashSet<>();
        List<Integer> all = new ArrayList<>(ports.values());
        all.add(servers.postgresPort());
        all.add(servers.redisPort());
        all.forEach(port -> hosts.add("127.0.0.1:" + port));
        var place = new Place(
                "practice", scratch.work(), false, environment(), new Fence(scratch.tree(), Set.copyOf(hosts)));
        return new Target("practice", "Practice", Target.Kind.PRACTICE, substitutions(), variables, place);
    }

    private Map<String, String> environment() {
        Path tree = scratch.tree();
        return new TreeMap<>(Map.ofEntries(
                Map.entry("PATH", scratch.bin().toString()),
                Map.entry("HOME", tree.resolve("home").toString()),
                Map.entry("TMPDIR", tree.resolve("tmp").toString()),
                Map.entry("LANG", "C.UTF-8"),
                Map.entry(NOT_FOUND, NOT_FOUND_SAYS),
                Map.entry("HISTFILE", ""), // an empty name keeps bash from writing a history (bash(1), HISTFILE)
                Map.entry("http_proxy", DEAD_PROXY),
                Map.entry("https_proxy", DEAD_PROXY),
                Map.entry("ftp_proxy", DEAD_PROXY),
                Map.entry("all_proxy", DEAD_PROXY),
                Map.entry("HTTP_PROXY", DEAD_PROXY),
                Map.entry("HTTPS_PROXY", DEAD_PROXY),
                Map.entry("ALL_PROXY", DEAD_PROXY),
                Map.entry("no_proxy", "127.0.0.1,localhost"),
                Map.entry("NO_PROXY", "127.0.0.1,localhost")));
    }

    /// Longest first, so that an address is replaced before the host in it.
    private Map<String, String> substitutions() {
        Map<String, String> found = new LinkedHashMap<>();
        blueprint.replaces().forEach((text, here) -> found.put(text, fill(here)));
        blueprint
                .processes()
                .forEach((name, spec) -> spec.replaces().forEach((text, path) -> {
                    String there = "127.0.0.1:" + port(name) + path;
                    String host = text.replaceFirst("^[a-z]+://", "");
                    found.put("https://" + host, "http://" + there);
                    found.put("http://" + host, "http://" + there);
                    found.put(host, there);
                }));
        var ordered = new LinkedHashMap<String, String>();
        found.entrySet().stream()
                .sorted(Comparator.comparingInt(e -> -e.getKey().length()))
                .forEach(e -> ordered.put(e.getKey(), e.getValue()));
        return java.util.Collections.unmodifiableMap(ordered);
    }
}
