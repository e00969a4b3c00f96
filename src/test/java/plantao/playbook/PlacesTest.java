package plantao.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plantao.playbook.StepResult.Cancelled;
import plantao.playbook.StepResult.Exited;
import plantao.playbook.StepResult.NotStarted;
import plantao.values.Masking;
import plantao.values.Place;

/// Steps in other places. The way there is a real sshd on loopback where the computer has one (`/usr/sbin/sshd`, or
/// what
/// the system property `plantao.sshd` names); everywhere, programs that take ssh's and docker's words and start the
/// rest
/// here stand in for the way, so that all that happens at its end is real.
final class PlacesTest {
    private static final Path SSHD = Path.of(System.getProperty("plantao.sshd", "/usr/sbin/sshd"));

    @TempDir
    Path temp;

    private final Output output = new Output();
    private final UUID run = UUID.randomUUID();
    private Path there;
    private Path ways;
    private Process sshd;
    private ShellRunner runner;

    @BeforeEach
    void prepare() throws IOException {
        there = Files.createDirectories(temp.resolve("there"));
        ways = Files.createDirectories(temp.resolve("ways"));
        program("docker", """
                shift; [ "$1" != -i ] && [ "$1" != -it ] && exit 9
                [ "$2" = web ] || { echo "No such container: $2" >&2; exit 1; }
                shift 2; exec "$@"
                """);
        runner = new ShellRunner(
                Map.of("PATH", ways + ":" + System.getenv("PATH"), "HOME", temp.toString()),
                temp.resolve("spool"),
                1 << 20,
                _ -> Masking.NONE,
                InstantSource.system(),
                _ -> {});
    }

    @AfterEach
    void close() {
        runner.close();
        if (sshd != null) {
            sshd.destroy();
        }
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(ways.resolve(name), "#!/bin/bash\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static Stream<String> reaches() {
        Stream<String> always = Stream.of("container", "ssh stand-in");
        return Files.isExecutable(SSHD) ? Stream.concat(always, Stream.of("sshd")) : always;
    }

    private Place place(String reach) throws Exception {
        switch (reach) {
            case "container" -> {
                return new Place(
                        "container web",
                        temp,
                        true,
                        Map.of(),
                        null,
                        new Place.Reach.Container("web", there.toString()));
            }
            case "sshd" -> server();
            default -> program("ssh", """
                        while [ "${1#-}" != "$1" ]; do case $1 in -o) shift 2;; *) shift;; esac; done
                        [ "$1" = web ] || { echo "ssh: Could not resolve hostname $1" >&2; exit 255; }
                        exec sh -c "$2"
                        """);
        }
        return new Place("ssh web", temp, true, Map.of(), null, new Place.Reach.Ssh("web", there.toString()));
    }

    /// A real server that lets in whoever runs the test, by a key made for it.
    private void server() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path keys = Files.createDirectories(temp.resolve("keys"));
        for (String key : List.of("host", "user")) {
            assertThat(new ProcessBuilder(
                                    "ssh-keygen",
                                    "-q",
                                    "-t",
                                    "ed25519",
                                    "-N",
                                    "",
                                    "-f",
                                    keys.resolve(key).toString())
                            .start()
                            .waitFor())
                    .isZero();
        }
        Path settings = Files.writeString(keys.resolve("sshd_config"), """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %s/host
                AuthorizedKeysFile %s/user.pub
                StrictModes no
                PidFile none
                PermitRootLogin yes
                """.formatted(port, keys, keys));
        sshd = new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", settings.toString())
                .redirectError(keys.resolve("log").toFile())
                .start();
        String host = Files.readString(keys.resolve("host.pub")).strip();
        Path known = Files.writeString(keys.resolve("known"), "[127.0.0.1]:" + port + " " + host + "\n");
        Path client = Files.writeString(keys.resolve("ssh_config"), """
                Host web
                  HostName 127.0.0.1
                  Port %d
                  IdentityFile %s/user
                  UserKnownHostsFile %s
                """.formatted(port, keys, known));
        program("ssh", "exec /usr/bin/ssh -F " + client + " \"$@\"\n");
        long end = System.nanoTime() + 20_000_000_000L;
        while (!Files.readString(keys.resolve("log")).contains("Server listening")) {
            assertThat(sshd.isAlive() && System.nanoTime() < end)
                    .as(Files.readString(keys.resolve("log")))
                    .isTrue();
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }

    private StepResult run(Place place, String script, Map<String, String> values) throws Exception {
        CompletableFuture<StepResult> result = new CompletableFuture<>();
        runner.start(new StepOrder(run, 0, script, values, place, Duration.ofMinutes(1)), output, result::complete);
        return result.get(60, TimeUnit.SECONDS);
    }

    private String printed() {
        return output.tail(50).stream().map(Output.Line::text).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("reaches")
    void aSessionThereIsASessionLikeHere(String reach) throws Exception {
        Place place = place(reach);
        Files.createDirectories(there.resolve("sub folder"));

        assertThat(run(place, "pwd; cd 'sub folder'; export A=1; f() { echo \"f $1\"; }", Map.of()))
                .as(printed())
                .isInstanceOfSatisfying(
                        Exited.class, e -> assertThat(e.status()).isZero());
        assertThat(printed()).isEqualTo(there.toRealPath().toString());
        assertThat(run(
                        place,
                        "pwd; echo $A; f \"$V\"; tr '\\0' ' ' </proc/$$/cmdline | grep -c hunter22; ls $__plantao_folder",
                        Map.of("V", "it's \"hunter22\" $(x)")))
                .isInstanceOfSatisfying(
                        Exited.class, e -> assertThat(e.status()).isZero());
        assertThat(printed().lines().skip(1).toList())
                .startsWith(there.toRealPath() + "/sub folder", "1", "f it's \"hunter22\" $(x)", "0")
                .doesNotContain("step", "environment");

        Output before = new Output();
        output.tail(50).forEach(before::add);
        assertThat(run(place, "true\ncd nowhere\ntouch followed", Map.of()))
                .isInstanceOfSatisfying(
                        Exited.class, e -> assertThat(e.status()).isEqualTo(1));
        assertThat(printed()).contains("stopped at line 2 (exit 1): cd nowhere");
        assertThat(there.resolve("sub folder/followed")).doesNotExist();
        assertThat(run(place, "grep nothing /dev/null", Map.of()).good()).isTrue();

        long seen = output.lines();
        CompletableFuture<StepResult> result = new CompletableFuture<>();
        RunningStep endless = runner.start(
                new StepOrder(run, 0, "echo going; sleep 1000", Map.of(), place, Duration.ZERO),
                output,
                result::complete);
        long end = System.nanoTime() + 30_000_000_000L;
        while (output.lines() == seen && System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
        endless.cancel();
        assertThat(result.get(30, TimeUnit.SECONDS)).isInstanceOf(Cancelled.class);
        assertThat(run(place, "echo still $A in $(basename \"$PWD\")", Map.of()).good())
                .isTrue();
        assertThat(printed()).endsWith("still 1 in sub folder");

        assertThat(run(place, "echo $__plantao_folder; sleep 1000 & echo $!", Map.of())
                        .good())
                .isTrue();
        List<String> last = printed().lines().filter(l -> !l.startsWith("—")).toList();
        Path folder = Path.of(last.get(last.size() - 2));
        long left = Long.parseLong(last.getLast());
        assertThat(folder).exists();
        runner.end(run);
        long patient = System.nanoTime() + 30_000_000_000L;
        while ((Files.exists(folder)
                        || ProcessHandle.of(left).filter(ProcessHandle::isAlive).isPresent())
                && System.nanoTime() < patient) {
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
        assertThat(folder).doesNotExist();
        assertThat(ProcessHandle.of(left).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void aPlaceThatIsNotThereSaysWhy() throws Exception {
        place("ssh stand-in");
        Place nowhere = new Place("ssh nowhere", temp, true, Map.of(), null, new Place.Reach.Ssh("nowhere", ""));
        assertThat(run(nowhere, "touch hit", Map.of()))
                .isInstanceOfSatisfying(
                        NotStarted.class,
                        n -> assertThat(n.reason())
                                .contains("ssh nowhere", "Could not resolve hostname", "Nothing was run"));
        Place folderless = new Place(
                "container web", temp, true, Map.of(), null, new Place.Reach.Container("web", temp + "/gone"));
        assertThat(run(folderless, "touch hit", Map.of()))
                .isInstanceOfSatisfying(
                        NotStarted.class, n -> assertThat(n.reason()).contains("there is no folder"));
    }
}
