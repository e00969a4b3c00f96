package plantao.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import plantao.runbook.ProbeSpec.Subject;

@Timeout(60)
class ProbeScheduleTest {
    private static final Instant FIXED = Instant.parse("2030-01-01T00:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(FIXED);

    private static Probe probe(String id, String url, Duration interval, Duration timeout) {
        return new Probe(id, id, Subject.SERVICE, Probes.get(url), interval, timeout, 1, 1);
    }

    private static void answer(java.net.Socket socket, HostileServer server) throws Exception {
        HostileServer.hear(socket);
        HostileServer.say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    }

    @Test
    void everyProbeIsReadOnceAtTheStartAndStampedByTheClock() throws Exception {
        try (HostileServer server = new HostileServer(ProbeScheduleTest::answer);
                Probers probers = new Probers()) {
            List<Probe> probes = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                probes.add(probe("p" + i, server.url("/" + i), Duration.ofHours(1), Probes.PATIENT));
            }
            Map<String, Reading> readings = new ConcurrentHashMap<>();
            CountDownLatch all = new CountDownLatch(200);
            try (ProbeSchedule _ = new ProbeSchedule(probes, probers, CLOCK, reading -> {
                readings.put(reading.probe(), reading);
                all.countDown();
            })) {
                assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(readings).hasSize(200);
            assertThat(readings.values())
                    .allMatch(reading ->
                            reading instanceof Reading.Up && reading.at().equals(FIXED));
        }
    }

    @Test
    void aProbeIsReadAgainAndAgain() throws Exception {
        try (HostileServer server = new HostileServer(ProbeScheduleTest::answer);
                Probers probers = new Probers()) {
            CountDownLatch five = new CountDownLatch(5);
            Probe probe = probe("a", server.url("/"), Duration.ofMillis(100), Probes.PATIENT);
            try (ProbeSchedule _ = new ProbeSchedule(List.of(probe), probers, CLOCK, reading -> five.countDown())) {
                assertThat(five.await(30, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void neverTwoReadingsOfOneProbeAtOnce() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        HostileServer.Behaviour slow = (socket, it) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                HostileServer.hear(socket);
                // Longer than several beats.
                socket.setSoTimeout(300);
                socket.getInputStream().read();
            } catch (java.net.SocketTimeoutException e) {
                now.decrementAndGet();
                HostileServer.say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            }
        };
        try (HostileServer server = new HostileServer(slow);
                Probers probers = new Probers()) {
            Probe probe = probe("a", server.url("/"), Duration.ofMillis(50), Probes.PATIENT);
            try (ProbeSchedule schedule =
                    new ProbeSchedule(List.of(probe), probers, CLOCK, reading -> three.countDown())) {
                assertThat(schedule.probeNow("a")).isTrue();
                assertThat(schedule.probeNow("a")).isTrue();
                assertThat(three.await(30, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(most.get()).isEqualTo(1);
        }
    }

    @Test
    void probeNow() throws Exception {
        try (HostileServer server = new HostileServer(ProbeScheduleTest::answer);
                Probers probers = new Probers()) {
            Probe probe = probe("a", server.url("/"), Duration.ofHours(1), Probes.PATIENT);
            CountDownLatch first = new CountDownLatch(1);
            CountDownLatch second = new CountDownLatch(2);
            try (ProbeSchedule schedule = new ProbeSchedule(List.of(probe), probers, CLOCK, reading -> {
                first.countDown();
                second.countDown();
            })) {
                assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();
                // The first may not have left quite yet, and one under way is not run twice.
                while (!second.await(20, TimeUnit.MILLISECONDS)) {
                    assertThat(schedule.probeNow("a")).isTrue();
                }
                assertThat(schedule.probeNow("nobody")).isFalse();
            }
        }
    }

    @Test
    void targetsThatHangDoNotDelayOneThatAnswers() throws Exception {
        try (HostileServer mute = new HostileServer((socket, it) -> it.silence());
                HostileServer server = new HostileServer(ProbeScheduleTest::answer);
                Probers probers = new Probers()) {
            List<Probe> probes = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                probes.add(probe("hangs" + i, mute.url("/"), Duration.ofMillis(200), Duration.ofMinutes(5)));
            }
            probes.add(probe("fine", server.url("/"), Duration.ofMillis(200), Probes.PATIENT));
            CountDownLatch ten = new CountDownLatch(10);
            Set<String> others = ConcurrentHashMap.newKeySet();
            try (ProbeSchedule _ = new ProbeSchedule(probes, probers, CLOCK, reading -> {
                if (reading.probe().equals("fine")) {
                    ten.countDown();
                } else {
                    others.add(reading.probe());
                }
            })) {
                assertThat(ten.await(30, TimeUnit.SECONDS)).isTrue();
                assertThat(others).isEmpty();
            }
        }
    }

    @Test
    void closeEndsHangingReadingsWithoutGivingThemOut() throws Exception {
        try (HostileServer mute = new HostileServer((socket, it) -> it.silence());
                Probers probers = new Probers()) {
            List<Reading> readings = java.util.Collections.synchronizedList(new ArrayList<>());
            List<Probe> probes = List.of(
                    probe("http", mute.url("/"), Duration.ofHours(1), Duration.ofMinutes(30)),
                    other(
                            "redis",
                            new Check.Redis(
                                    "127.0.0.1",
                                    mute.port(),
                                    null,
                                    null,
                                    false,
                                    0,
                                    List.of("PING"),
                                    Check.Limits.NONE)),
                    other(
                            "sql",
                            new Check.Sql(
                                    "jdbc:postgresql://127.0.0.1:" + mute.port() + "/x",
                                    Map.of("user", "u"),
                                    "select 1",
                                    null)));
            ProbeSchedule schedule = new ProbeSchedule(probes, probers, CLOCK, readings::add);
            while (mute.met.get() < 3) {
                Thread.onSpinWait();
            }
            schedule.close();
            assertThat(readings).isEmpty();
            assertThat(schedule.probeNow("http")).isFalse();
            assertThat(schedule.idle()).as("no reading goes on").isTrue();
        }
    }

    @Test
    void aConsumerThatFailsStopsNothing() throws Exception {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        List<Throwable> told = new CopyOnWriteArrayList<>();
        CountDownLatch three = new CountDownLatch(3);
        Thread.setDefaultUncaughtExceptionHandler((_, e) -> {
            told.add(e);
            three.countDown();
        });
        AtomicInteger thrown = new AtomicInteger();
        try (HostileServer server = new HostileServer(ProbeScheduleTest::answer);
                Probers probers = new Probers()) {
            Probe probe = probe("a", server.url("/"), Duration.ofMillis(100), Probes.PATIENT);
            try (ProbeSchedule _ = new ProbeSchedule(List.of(probe), probers, CLOCK, reading -> {
                if (thrown.incrementAndGet() <= 3) { // none is under way when the handler is put back
                    throw new IllegalStateException("a consumer's own fault, on purpose");
                }
            })) {
                assertThat(three.await(30, TimeUnit.SECONDS)).isTrue();
            }
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(told).isNotEmpty().allMatch(e -> e.getMessage().contains("on purpose"));
    }

    private static Probe other(String id, Check check) {
        return new Probe(id, id, Subject.SERVICE, check, Duration.ofHours(1), Duration.ofMinutes(30), 1, 1);
    }
}
