package plantao.walls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The words by which the program would give away that it was written for one of the bundled systems.
///
/// @param words anywhere in a file, whatever the case
/// @param commands only as a string of its own or as the first word of one: they may be words of a language too
record BundledNames(Set<String> words, Set<String> commands) {

    /// Providers, tools and products of the bundled runbooks that stand in their prose only.
    private static final List<String> LISTED = List.of(
            "ouvify",
            "celery",
            "vercel",
            "onrender",
            "supabase",
            "sendgrid",
            "bullmq",
            "sparkone",
            "engflow",
            "tecnicocursos",
            "cloudinary",
            "django");

    /// Tools that any on-call person has: the program may know them, although a practice stack brings stand-ins for
    /// them.
    private static final Set<String> GENERAL = Set.of(
            "psql",
            "pg_dump",
            "pg_restore",
            "redis-cli",
            "python",
            "python3",
            "git",
            "npm",
            "node",
            "pip",
            "pytest",
            "ssh",
            "scp",
            "rsync",
            "gpg",
            "crontab",
            "sudo",
            "aws",
            "curl",
            "docker",
            "kubectl",
            "systemctl",
            "make",
            "java",
            "docker-compose",
            "apt-get",
            "pg_isready",
            "openssl",
            "nslookup",
            "mail");

    /// Software of the field that a practice stack may name its processes after: any operator's word.
    private static final Set<String> FIELD =
            Set.of("nginx", "prometheus", "traefik", "grafana", "postgres", "redis", "worker", "frontend", "backend");

    private static final Pattern HOST = Pattern.compile("https?://([A-Za-z0-9.-]+\\.[A-Za-z]{2,})");
    private static final Pattern ANYBODYS = Pattern.compile(
            "(.*\\.)?(example\\.(org|com|net)|localhost|github\\.com|slack\\.com|postgresql\\.org|redis\\.io)");

    /// From the folders, hosts, stacks and settings of `runbooks`.
    static BundledNames of(Path runbooks) {
        Set<String> words = new TreeSet<>(LISTED);
        Set<String> commands = new TreeSet<>();
        for (Path system : list(runbooks)) {
            words.add(system.getFileName().toString());
            for (Path file : files(system)) {
                String text = text(file).orElse("");
                HOST.matcher(text)
                        .results()
                        .map(m -> m.group(1))
                        .filter(h -> !ANYBODYS.matcher(h).matches())
                        .forEach(words::add);
                if (file.toString().endsWith(".yaml")) {
                    JsonNode settings = new YAMLMapper().readTree(text);
                    words.addAll(
                            settings.path("system").isString()
                                    ? Set.of(settings.path("system").asString())
                                    : Set.of());
                    settings.path("processes").forEach(p -> add(words, p.path("names")));
                    settings.path("processes")
                            .forEach(p -> words.addAll(p.path("replaces").propertyNames()));
                    commands.addAll(settings.path("commands").propertyNames());
                }
            }
        }
        words.removeIf(
                w -> w.length() < 5 || FIELD.contains(w) || ANYBODYS.matcher(w).matches());
        commands.removeAll(GENERAL);
        return new BundledNames(words, commands);
    }

    /// What `text` gives away.
    List<String> in(String text) {
        Pattern both = Pattern.compile("(?i:\\b(?:" + any(words) + ")\\b)|\"(?:" + any(commands) + ")[\" ]");
        return both.matcher(text).results().map(MatchResult::group).distinct().toList();
    }

    private static String any(Set<String> names) {
        return names.isEmpty() ? "(?!)" : names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }

    private static void add(Set<String> words, JsonNode names) {
        names.forEach(n -> words.add(n.asString()));
    }

    /// Files of `folder` and below, in order.
    static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A file's text, nothing for one that is not UTF-8.
    static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (java.nio.charset.CharacterCodingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
