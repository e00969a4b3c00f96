package plantao.practice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import plantao.practice.process.Launch;
import plantao.practice.process.RedisClient;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/// The stack's Redis: a real server on a loopback port with a password of its own.
final class RedisServer {
    private static final long LONGEST_START_NANOS = 15_000_000_000L;

    private RedisServer() {}

    /// Starts it and waits until it answers.
    ///
    /// @param folder its folder, which must not exist
    static Process start(Path folder, Path log, Launch.Servers servers, Guardian guardian)
            throws PracticeException, InterruptedException {
        try {
            Folders.closed(folder);
            Path program = program(Folders.cache());
            Path settings = folder.resolve("redis.conf");
            Folders.write(
                    settings,
                    String.join(
                            "\n",
                            List.of(
                                    "bind 127.0.0.1",
                                    "port " + servers.redisPort(),
                                    "requirepass " + servers.redisPassword(),
                                    "dir .",
                                    "save \"\"",
                                    "appendonly no",
                                    "daemonize no",
                                    "")),
                    "rw-------");
            return launch(program, folder, log, servers, guardian);
        } catch (IOException e) {
            throw new PracticeException(
                    "Redis does not start: " + e.getMessage(),
                    "practice server redis, port " + servers.redisPort(),
                    "Try again; the port may have been taken meanwhile.",
                    e);
        }
    }

    /// Starts it again in the same folder, once it has ended; it is empty then.
    static Process again(Path folder, Path log, Launch.Servers servers, Guardian guardian)
            throws IOException, InterruptedException {
        return launch(program(Folders.cache()), folder, log, servers, guardian);
    }

    private static Process launch(Path program, Path folder, Path log, Launch.Servers servers, Guardian guardian)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        program.toString(), folder.resolve("redis.conf").toString())
                .directory(folder.toFile()) // a path in its settings may hold no spaces
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C"));
        Process process = builder.start();
        guardian.watch(process, "KILL");
        await(process, servers, log);
        return process;
    }

    /// The server program for this machine, unpacked once into the cache folder.
    private static Path program(Path cache) throws IOException {
        String name = ExecutableProvider.newProvidedVersionsMap().get(OsArchitecture.detectOSandArchitecture());
        if (name == null) {
            throw new IOException("there is no Redis for this machine in the program");
        }
        Path program = cache.resolve(Path.of(name).getFileName().toString());
        if (Files.exists(program)) {
            return program;
        }
        Files.createDirectories(cache);
        Path made = Files.createTempFile(cache, "making-", "");
        try (InputStream in = ExecutableProvider.class.getResourceAsStream(name.startsWith("/") ? name : "/" + name)) {
            if (in == null) {
                throw new IOException(name + " is missing from the program");
            }
            Files.copy(in, made, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx------"));
        return Files.move(made, program, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void await(Process process, Launch.Servers servers, Path log)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START_NANOS;
        while (true) {
            try (var client = new RedisClient("127.0.0.1", servers.redisPort(), servers.redisPassword(), 1000)) {
                client.call("PING");
                return;
            } catch (IOException e) {
                if (!process.isAlive()) {
                    List<String> said = Files.readAllLines(log);
                    throw new IOException(
                            "it ended with status " + process.exitValue() + ": "
                                    + (said.isEmpty() ? "it said nothing" : said.getLast()),
                            e);
                }
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(15);
            }
        }
    }
}
