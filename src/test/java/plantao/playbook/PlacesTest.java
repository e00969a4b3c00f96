package plantao.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import plantao.runbook.Runner;
import plantao.values.Masking;
import plantao.values.Place;

/// Steps in other places, each reached by the system's `ssh`: through a server made for the test, and through the
/// computer's own sshd where there is one (`/usr/sbin/sshd`, or what the system property `plantao.sshd` names).
/// For a container a program that takes docker's words and starts the rest here stands in for the way.
final class PlacesTest {
    private static final Path SSHD = Path.of(System.getProperty("plantao.sshd", "/usr/sbin/sshd"));

    @TempDir
    Path temp;

    private final Output output = new Output();
    private final UUID run = UUID.randomUUID();
    private Path there;
    private Path ways;
    private Process sshd;
    private SshPlace server;
    private ShellRunner runner;

    @BeforeEach
    void prepare() throws IOException {
        there = Files.createDirectories(temp.resolve("there"));
        ways = Files.createDirectories(temp.resolve("ways"));
        program("docker", """
                shift; [ "$1" != -i ] && [ "$1" != -it ] && exit 9
                [ "$1" = -i ] || [ -t 0 ] || { echo "the input device is not a TTY" >&2; exit 1; }
                [ "$2" = web ] || { echo "No such container: $2" >&2; exit 1; }
                shift 2; exec env -i PATH=/usr/local/bin:/usr/bin:/bin HOME=/ WHERE=web "$@"
                """);
        runner = new ShellRunner(
                Map.of("PATH", ways + ":" + System.getenv("PATH"), "HOME", temp.toString()),
                temp.resolve("spool"),
                1 << 20,
                StepOrder::masking,
                InstantSource.system(),
                _ -> {});
    }

    @AfterEach
    void close() throws IOException {
        runner.close();
        if (sshd != null) {
            sshd.destroy();
        }
        if (server != null) {
            server.close();
        }
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(ways.resolve(name), "#!/bin/bash\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static Stream<String> reaches() {
        return Stream.of("container", "ssh", "sshd").filter(r -> !r.equals("sshd") || Files.isExecutable(SSHD));
    }

    private Place place(String reach) throws Exception {
        assumeTrue(
                reach.equals("container") || SshPlace.client().isPresent(),
                "There is no ssh on this computer (Debian and Ubuntu: apt-get install openssh-client)");
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
            case "sshd" -> openSsh();
            default -> server = SshPlace.open(ways);
        }
        return new Place("ssh web", temp, true, Map.of(), null, new Place.Reach.Ssh(SshPlace.ALIAS, there.toString()));
    }

    /// The system's own server that lets in whoever runs the test, by a key made for it.
    private void openSsh() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path keys = Files.createDirectories(ways.resolve("keys"));
        SshPlace.key(keys);
        assertThat(new ProcessBuilder(
                                "ssh-keygen",
                                "-q",
                                "-t",
                                "ed25519",
                                "-N",
                                "",
                                "-f",
                                keys.resolve("host").toString())
                        .start()
                        .waitFor())
                .isZero();
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
        SshPlace.configure(
                ways, keys, port, Files.readString(keys.resolve("host.pub")).strip());
        Path client = keys.resolve("ssh_config");
        Files.writeString(
                client, Files.readString(client).replace("User operator", "User " + System.getProperty("user.name")));
        ShellBench.until(() -> {
            assertThat(sshd.isAlive()).as(Files.readString(keys.resolve("log"))).isTrue();
            return Files.readString(keys.resolve("log")).contains("Server listening");
        });
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

    @ParameterizedTest
    @MethodSource("reaches")
    void whatHasLeftTheSessionThereIsToldAndStopped(String reach) throws Exception {
        Place place = place(reach);
        StepResult result = run(
                place,
                "setsid -f sh -c 'echo $$ > pid; exec sleep 309' > /dev/null 2>&1; until [ -s pid ]; do sleep 0.02; done; echo \"at ${WHERE-a login}\"",
                Map.of());
        assertThat(result.good()).as("%s %s", result, printed()).isTrue();
        long pid = Long.parseLong(Files.readString(there.resolve("pid")).strip());
        assertThat(printed())
                .contains(reach.equals("container") ? "at web" : "at a login")
                .contains("still runs in the background: process " + pid + ", sleep 309");
        output.stopLeft();
        ShellBench.until(() -> printed().contains("was stopped"));
        ShellBench.until(
                () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void aPlaceThatIsNotThereSaysWhy() throws Exception {
        place("ssh");
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

    @Test
    void aPlaceThatWritesSlowlyIsWaitedFor() throws Exception {
        // The files of the session come after a shell there could have started without them.
        program("base64", "sleep 0.4; exec /usr/bin/base64 \"$@\"");
        Path docker = ways.resolve("docker");
        Files.writeString(docker, Files.readString(docker).replace(" PATH=/usr/", " PATH=" + ways + ":/usr/"));

        assertThat(run(place("container"), "echo there").good()).as(printed()).isTrue();
    }

    private StepResult run(Place place, String script) throws Exception {
        return run(place, script, Map.of());
    }

    @Test
    void aConnectionThatBreaksIsToldAndOpenedAgain() throws Exception {
        Place place = place("ssh");
        assertThat(run(place, "cd /; export A=1").good()).isTrue();
        CompletableFuture<StepResult> result = new CompletableFuture<>();
        runner.start(
                new StepOrder(run, 0, "echo going; sleep 1000; echo no", Map.of(), place, Duration.ZERO),
                output,
                result::complete);
        ShellBench.until(() -> printed().contains("going"));
        server.cut();
        assertThat(result.get(60, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Exited.class, e -> assertThat(e.status()).isNotZero());
        assertThat(printed())
                .contains("going", "the connection to ssh web was lost", "The next step begins in a new session")
                .doesNotContain("no\n");
        assertThat(run(place, "echo \"[$A] $PWD\""))
                .as(printed())
                .isInstanceOfSatisfying(
                        Exited.class, e -> assertThat(e.status()).isZero());
        assertThat(printed())
                .contains("a new session: cd, exports and functions of earlier steps are gone")
                .endsWith("[] " + there.toRealPath());

        server.cut();
        ShellBench.until(() -> run(place, "echo again").good());
        assertThat(printed()).endsWith("again");
        server.close();
        assertThat(run(place, "echo never"))
                .isInstanceOfSatisfying(
                        NotStarted.class,
                        n -> assertThat(n.reason())
                                .containsAnyOf("could not be reached", "was lost before the step began"));
    }

    @Test
    void aSessionOpenedThereIsDrawnAndTypedInto() throws Exception {
        Place place = place("ssh");
        CompletableFuture<StepResult> result = new CompletableFuture<>();
        runner.start(
                new StepOrder(
                        run,
                        0,
                        "PS1='there> ' bash --noprofile --norc -i",
                        Map.of(),
                        place,
                        Duration.ZERO,
                        Masking.of(List.of("hunter22")),
                        new StepHandling(Runner.SHELL, null, true, Map.of(), List.of(), true, true)),
                output,
                result::complete);
        ShellBench.until(() -> drawn().contains("there>"));
        output.size(30, 70);
        output.type("stty size\n");
        ShellBench.until(() -> drawn().contains("30 70"));
        output.type("printf '\\033[2J\\033[3;5Hhunter%s there' 22; read -s -p 'Senha: ' x\n");
        ShellBench.until(() -> drawn().contains("•••••••• there") && output.hidden());
        output.type("typed-in-secret\n");
        output.type("exit\n");
        assertThat(result.get(60, TimeUnit.SECONDS).good()).isTrue();
        assertThat(drawn() + printed()).doesNotContain("hunter22").doesNotContain("typed-in-secret");
        assertThat(run(place, "echo next; stty size").good()).isTrue();
        assertThat(printed()).endsWith("next\n40 120");
    }

    private String drawn() {
        var terminal = output.terminal();
        return terminal == null ? "" : String.join("\n", terminal.shot(0).text());
    }

    @Test
    void whatAnEngineAndSshAreTold() throws Exception {
        program("podman", "exit 1\n");
        Place.Reach container = new Place.Reach.Container("web", "/srv/it's");
        ShellReach in = ShellReach.of(there(container), ways.toString(), "").orElseThrow();
        assertThat(in.relay("relay"))
                .containsExactly(
                        ways + "/docker",
                        "exec",
                        "-i",
                        "web",
                        "bash",
                        "--noprofile",
                        "--norc",
                        "-c",
                        "relay",
                        "plantao",
                        "/srv/it's");
        assertThat(in.shell("/tmp/x")).startsWith(ways + "/docker", "exec", "-it", "web", "bash", "--noprofile");
        Files.delete(ways.resolve("docker"));
        assertThat(ShellReach.of(there(container), ways.toString(), "")
                        .orElseThrow()
                        .relay("relay"))
                .startsWith(ways + "/podman", "exec", "-i", "web", "bash");

        program("ssh", "exit 1\n");
        List<String> words = ShellReach.of(there(new Place.Reach.Ssh("web", "/srv/it's")), ways.toString(), "/tmp/s")
                .orElseThrow()
                .relay("it's");
        assertThat(words.subList(words.size() - 3, words.size()))
                .containsExactly(
                        "-T", "web", "exec 'bash' '--noprofile' '--norc' '-c' 'it'\\''s' 'plantao' '/srv/it'\\''s'");
    }

    private Place there(Place.Reach reach) {
        return new Place("there", temp, true, Map.of(), null, reach);
    }
}
