package plantao.playbook;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/// The programs that steps find on this computer: those on the search path that the login shell makes. Looked for
/// once, in the background, when somebody first asks.
public final class ShellTools {
    /// How Compose is called where it is a part of Docker.
    public static final String COMPOSE = "docker compose";

    private static final String[] PLUGINS = {
        "/usr/libexec/docker/cli-plugins",
        "/usr/lib/docker/cli-plugins",
        "/usr/local/lib/docker/cli-plugins",
        "/usr/local/libexec/docker/cli-plugins"
    };

    private final Map<String, String> environment;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final CompletableFuture<Set<String>> found = new CompletableFuture<>();

    /// @param environment this process's
    public ShellTools(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /// Their names; empty until they are known.
    public Optional<Set<String>> here() {
        if (asked.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("tools").start(this::look);
        }
        return Optional.ofNullable(found.getNow(null));
    }

    private void look() {
        try {
            found.complete(of(new ShellLogin(environment).environment()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The programs of a login environment.
    static Set<String> of(Map<String, String> login) {
        Set<String> names = new HashSet<>();
        for (String folder : login.getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
            names.addAll(names(folder));
        }
        boolean plugin = Path.of(login.getOrDefault("HOME", "/"), ".docker/cli-plugins/docker-compose")
                .toFile()
                .canExecute();
        for (String folder : PLUGINS) {
            plugin |= Path.of(folder, "docker-compose").toFile().canExecute();
        }
        if (plugin && names.contains("docker")) {
            names.add(COMPOSE);
        }
        return Set.copyOf(names);
    }

    private static Set<String> names(String folder) {
        Set<String> names = new HashSet<>();
        if (folder.isEmpty() || !Files.isDirectory(Path.of(folder))) {
            return names;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(folder))) {
            files.forEach(f -> names.add(f.getFileName().toString()));
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // A folder nobody may look into holds no program for us either.
        }
        return names;
    }

    /// The package of Debian and Ubuntu that brings a program, where it is known: a team's own program is in none.
    public static Optional<String> bringing(String program) {
        Properties known = new Properties();
        try (var in = ShellTools.class.getResourceAsStream("packages.properties")) {
            if (in != null) {
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
                known.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.ofNullable(known.getProperty(program));
    }
}
