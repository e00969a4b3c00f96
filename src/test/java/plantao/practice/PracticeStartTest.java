package plantao.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeStartTest {
    private static final String WEB = """
            processes:
              api:
                label: API
                kind: web
                port: PORT
                routes: [{path: /, actions: [{respond: {body: hi}}]}]
            """;

    @TempDir
    Path folder;

    private Path scratch;
    private final List<PracticeEvent> events = new CopyOnWriteArrayList<>();

    @BeforeEach
    void scratch() throws Exception {
        scratch = Files.createDirectory(folder.resolve("scratch"));
    }

    private PracticeException failure(String yaml) throws Exception {
        Files.writeString(folder.resolve("practice.yaml"), yaml);
        PracticeException failure = catchThrowableOfType(
                PracticeException.class,
                () -> PracticeStack.start(folder, scratch, Clock.systemUTC(), events::add)
                        .close());
        assertThat(failure).isNotNull();
        assertThat(failure.todo()).isNotBlank();
        assertThat(scratch).isEmptyDirectory();
        for (PracticeEvent event : events) {
            if (event instanceof PracticeEvent.PartReady ready) {
                Stand.until(
                        "end of " + ready,
                        () -> !ProcessHandle.of(ready.pid())
                                .map(ProcessHandle::isAlive)
                                .orElse(false));
            }
        }
        return failure;
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> PracticeStack.start(folder, scratch, Clock.systemUTC(), events::add))
                .isInstanceOf(PracticeException.class)
                .hasMessageContaining("there is no practice.yaml");
    }

    @Test
    void brokenYamlIsNamedByLine() throws Exception {
        assertThat(failure("holdFactor: 0.1\nprocesses: [\n").where()).contains("practice.yaml:");
    }

    @Test
    void anUnknownKeyIsNamedByLine() throws Exception {
        PracticeException failure = failure("holdFactor: 0.1\nprocesess: {}\n");
        assertThat(failure.where()).endsWith("practice.yaml:2");
        assertThat(failure.what()).contains("procesess");
    }

    @Test
    void everyFlawIsNamed() throws Exception {
        PracticeException failure = failure("""
                holdFactor: 3
                processes:
                  api: {label: API, kind: web, routes: [{path: /, actions: [{call: {process: nobody}}, {sql: x, redis: y}]}]}
                scenarios:
                  - {id: x, title: {en: X}, text: {en: X}, faults: [{kill: nobody}, {}]}
                """);
        assertThat(failure.what())
                .contains(
                        "holdFactor",
                        "'nobody' is no web process",
                        "exactly one of sql",
                        "no process 'nobody'",
                        "exactly one of deploy");
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PracticeException failure = failure(WEB.replace("PORT", Integer.toString(other.getLocalPort())));
            assertThat(failure.what()).contains("Port " + other.getLocalPort()).contains("taken");
            assertThat(failure.where()).contains("api");
        }
    }

    @Test
    void aDatabaseThatDoesNotStartIsExplained() throws Exception {
        PracticeException failure =
                failure("postgres: {extensions: [no_such_library]}\n" + WEB.replace("    port: PORT\n", ""));
        assertThat(failure.what()).contains("PostgreSQL does not start").contains("no_such_library");
        assertThat(failure.where()).contains("postgres");
    }

    @Test
    void aBrokenSchemaIsExplained() throws Exception {
        Files.writeString(folder.resolve("s.sql"), "create tabel x();");
        PracticeException failure = failure("postgres: {schema: s.sql}\n" + WEB.replace("    port: PORT\n", ""));
        assertThat(failure.what()).contains("syntax error");
    }

    @Test
    void aJavaWithoutAProgramIsExplained() {
        assertThatThrownBy(() -> JavaProgram.at(folder))
                .isInstanceOf(PracticeException.class)
                .hasMessageContaining("bin/java");
    }

    @Test
    void aSmallStackStartsAndGoes() throws Exception {
        Files.writeString(folder.resolve("practice.yaml"), WEB.replace("    port: PORT\n", ""));
        Path deep = Files.createDirectories(
                scratch.resolve("a folder with spaces, and a name far too long for the path of a Unix domain socket")
                        .resolve("x".repeat(60)));
        try (var stack = PracticeStack.start(folder, deep, Clock.systemUTC(), events::add)) {
            assertThat(stack.describe())
                    .extracting(PartStatus::name)
                    .containsExactly("guardian", "postgres", "redis", "api");
            assertThat(stack.scenarios()).isEmpty();
            assertThat(stack.holdFactor()).isEqualTo(1);
        }
        assertThat(deep).isEmptyDirectory();
        assertThat(events).last().isEqualTo(new PracticeEvent.Closed());
    }
}
