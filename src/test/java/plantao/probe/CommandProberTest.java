package plantao.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import plantao.values.Place;

/// Commands are judged by their exit status as the monitoring plugins', and none holds anybody up.
@Timeout(60)
class CommandProberTest {
    @TempDir
    Path folder;

    private final Probers probers = new Probers();

    @AfterEach
    void close() {
        probers.close();
    }

    private Check.Command command(String text, @Nullable String pattern, @Nullable String label) {
        return new Check.Command(
                text,
                folder,
                true,
                Map.of("DB_PASSWORD", "s3cret"),
                pattern,
                label,
                Check.Limits.NONE,
                new Place.Reach.Here(true));
    }

    private Reading read(String text) {
        return probers.read(Probes.service(command(text, null, null), Probes.PATIENT), Probes.AT);
    }

    private Reading measure(String text, @Nullable String pattern, @Nullable String label) {
        return probers.read(Probes.metric(command(text, pattern, label)), Probes.AT);
    }

    @Test
    void theExitStatusTellsHowItIs() {
        Reading.Up well = Probes.up(read("echo 'DISK OK - 40% free | /=40%;20;10'"));
        assertThat(well.detail()).isEqualTo("DISK OK - 40% free");
        assertThat(well.concern()).isNull();
        assertThat(Probes.up(read("echo 'DISK WARNING'; exit 1")).concern()).isEqualTo("DISK WARNING");
        Reading.Down down = Probes.down(read("echo 'DISK CRITICAL'; echo why >&2; exit 2"));
        assertThat(down.reason()).isEqualTo("DISK CRITICAL");
        assertThat(down.evidence()).contains("exit status 2", "DISK CRITICAL", "why");
        assertThat(Probes.noData(read("echo 'who knows'; exit 3")).reason()).isEqualTo("who knows");
        assertThat(Probes.noData(read("no-such-program-here")).reason()).startsWith("the command cannot be run");
        assertThat(Probes.down(read("exit 9")).reason()).isEqualTo("exit status 9");
        assertThat(Probes.down(read("echo $DB_PASSWORD; exit 2")).reason()).isEqualTo("••••");
    }

    @Test
    void aFigureByPerformanceDataByPatternOrAlone() {
        String plugin = "printf 'OK | time=0.25s;1;2 '\"'\"'two words'\"'\"'=7;;\\nmore | size=9B\\n'";
        assertThat(Probes.up(measure(plugin, null, null)).value()).isEqualTo(0.25);
        assertThat(Probes.up(measure(plugin, null, "two words")).value()).isEqualTo(7);
        assertThat(Probes.up(measure(plugin, null, "size")).value()).isEqualTo(9);
        assertThat(Probes.up(measure("echo ' 34%'", null, null)).value()).isEqualTo(34);
        assertThat(Probes.noData(measure("echo '3 of 9'", null, null)).reason()).isEqualTo("3 of 9, without a figure");
        assertThat(Probes.down(measure("echo 'error 34'; exit 2", null, null)).reason())
                .isEqualTo("error 34");
        assertThat(Probes.up(measure("echo 'waiting: 12 jobs'", "waiting: (\\d+)", null))
                        .value())
                .isEqualTo(12);
        assertThat(Probes.up(measure("echo 3.5", null, null)).value()).isEqualTo(3.5);
        assertThat(Probes.noData(measure("echo none", null, null)).reason()).isEqualTo("none, without a figure");
        Reading.Up critical = Probes.up(measure("echo 'CRITICAL | load=99'; exit 2", null, null));
        assertThat(critical.value()).isEqualTo(99);
        assertThat(critical.concern()).isEqualTo("CRITICAL");
    }

    @Test
    void whatNeverEndsIsEndedWithAllItStarted() throws Exception {
        Path mark = folder.resolve("pid");
        Probe probe = Probes.service(
                command("sleep 1000 & echo $! > pid; yes 'endless output'", null, null), Duration.ofMillis(700));
        Reading.Down down = Probes.down(probers.read(probe, Probes.AT));
        assertThat(down.reason()).isEqualTo("not finished in 700 ms");
        assertThat(down.evidence()).contains("endless output").hasSizeLessThan(2000);
        long pid = Long.parseLong(Files.readString(mark).strip());
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive))
                .satisfiesAnyOf(
                        alive -> assertThat(alive).isEmpty(),
                        alive -> alive.orElseThrow().onExit().get(20, java.util.concurrent.TimeUnit.SECONDS));
    }

    @Test
    void aProgramInTheBackgroundThatKeepsThePipeHoldsNobodyUp() {
        Reading.Up up = Probes.up(read("sleep 20 & echo fine"));
        assertThat(up.detail()).isEqualTo("fine");
        assertThat(up.took()).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void commandsThatHangDelayNoOther() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reading>> hanging = java.util.stream.IntStream.range(0, 20)
                    .mapToObj(_ -> threads.submit(() -> probers.read(
                            Probes.service(command("sleep 1000", null, null), Duration.ofSeconds(2)), Probes.AT)))
                    .toList();
            Probes.up(read("true"));
            assertThat(hanging).anyMatch(f -> !f.isDone());
            for (Future<Reading> each : hanging) {
                Probes.down(each.get());
            }
        }
    }
}
