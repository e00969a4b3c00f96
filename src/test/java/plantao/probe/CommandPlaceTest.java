package plantao.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plantao.playbook.SshPlace;
import plantao.values.CommandReply;
import plantao.values.Place;

/// A check's command in another place: what is said on the way there is told from what it says itself. The program
/// that leads there is a stand-in that starts the rest here.
class CommandPlaceTest {
    private static final String HOSTILE = "it's \"$(touch hacked)\" `touch hacked` \\ ; touch hacked #";

    @TempDir
    Path folder;

    private Check.Command check(String command, Place.Reach reach) {
        return new Check.Command(
                command,
                folder,
                true,
                Map.of("PASSWORD", HOSTILE, "bad-name", "x"),
                null,
                null,
                Check.Limits.NONE,
                reach);
    }

    private CommandReply run(CommandPlace way, String stands) throws Exception {
        Path program = Files.writeString(folder.resolve("way"), "#!/bin/sh\n" + stands);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> words = new ArrayList<>(way.words());
        words.set(0, program.toString());
        return CommandReply.of(words, folder, System.getenv(), way.script(), Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theCommandRunsThereWithItsVariablesAsData(boolean ssh) throws Exception {
        Path there = Files.createDirectory(folder.resolve("there's a folder"));
        Place.Reach reach =
                ssh ? new Place.Reach.Ssh("web", there.toString()) : new Place.Reach.Container("web", there.toString());
        CommandPlace way =
                CommandPlace.of(reach, check("pwd; printf '%s\\n' \"$PASSWORD\"; exit 2", reach), "docker", 9, "77");
        CommandReply asked = run(way, "echo Welcome; for last; do :; done; eval \"$last\"; exec /bin/sh -s");

        assertThat(way.words()).noneMatch(w -> w.contains("hacked"));
        assertThat(way.behindMark(asked.printed())).isEqualTo(there.toRealPath() + "\n" + HOSTILE + "\n");
        assertThat(asked.status()).isEqualTo(2);
        assertThat(there.resolve("hacked")).doesNotExist();
        assertThat(folder.resolve("hacked")).doesNotExist();
    }

    @Test
    void aPlaceThatRefusesIsNotReached() throws Exception {
        Place.Reach reach = new Place.Reach.Ssh("web", "");
        CommandPlace way = CommandPlace.of(reach, check("echo fine", reach), "docker", 9, "77");

        assertThat(way.behindMark(run(way, "echo Welcome; echo 'Permission denied' >&2; exit 255")
                        .printed()))
                .isNull();
        Place.Reach gone = new Place.Reach.Ssh("web", "/no/such/folder");
        CommandPlace nowhere = CommandPlace.of(gone, check("echo fine", gone), "docker", 9, "77");
        assertThat(nowhere.behindMark(run(nowhere, "exec /bin/sh -s").printed()))
                .isNull();
    }

    @Test
    void whatCanNotBeReachedIsUnknownNeverDown() {
        try (Probers probers = new Probers()) {
            Check.Command there = check("exit 2", new Place.Reach.Ssh("plantao-test.invalid", ""));
            Reading reading = probers.read(Probes.service(there, Probes.PATIENT), Probes.AT);
            assertThat(Probes.noData(reading).reason()).startsWith("ssh plantao-test.invalid cannot be reached: ");
        }
    }

    @Test
    void aContainersCommandIsGivenToItsEngineWordByWord() {
        Place.Reach reach = new Place.Reach.Container("web", "/srv/it's");
        CommandPlace way = CommandPlace.of(reach, check("psql -c 'select 1'", reach), "podman", 9, "77");

        assertThat(way.words()).containsExactly("podman", "exec", "-i", "web", "/bin/sh", "-s");
    }

    @Test
    void theCommandRunsBehindARealSsh() throws Exception {
        assumeTrue(SshPlace.client().isPresent(), "There is no ssh on this computer");
        Path there = Files.createDirectory(folder.resolve("there's a folder"));
        Place.Reach reach = new Place.Reach.Ssh(SshPlace.ALIAS, there.toString());
        CommandPlace way =
                CommandPlace.of(reach, check("pwd; printf '%s\\n' \"$PASSWORD\"; exit 2", reach), "docker", 9, "77");
        CommandPlace slow = CommandPlace.of(reach, check("echo began; sleep 60", reach), "docker", 1, "78");
        List<String> words = new ArrayList<>(way.words());
        words.set(0, folder.resolve("ssh").toString());
        try (SshPlace server = SshPlace.open(folder)) {
            CommandReply asked = CommandReply.of(words, folder, System.getenv(), way.script(), Duration.ofSeconds(20));
            assertThat(asked.complaint()).isEmpty();
            assertThat(way.behindMark(asked.printed())).isEqualTo(there.toRealPath() + "\n" + HOSTILE + "\n");
            assertThat(asked.status()).isEqualTo(2);
            assertThat(there.resolve("hacked")).doesNotExist();

            CommandReply late = CommandReply.of(words, folder, System.getenv(), slow.script(), Duration.ofSeconds(20));
            assertThat(late.status()).isEqualTo(CommandPlace.STOPPED);
            assertThat(slow.behindMark(late.printed())).isEqualTo("began\n");
            server.cut();
        }
        CommandReply gone = CommandReply.of(words, folder, System.getenv(), way.script(), Duration.ofSeconds(20));
        assertThat(way.behindMark(gone.printed())).isNull();
        assertThat(gone.complaint()).contains("refused");
    }
}
