package plantao;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.runbook.Phase;
import plantao.runbook.Risk;
import plantao.store.Log;

/// A process that has a log open, as a window has, until its input ends. Its log is that of an evening: a shift
/// with an incident that is over and an alert that still fires.
final class LogHolder {
    static final String SECRET = "tok-4f9a8b7c6d";

    private static final Instant START = Instant.parse("2026-03-01T18:00:00Z");
    private static final UUID SHIFT = new UUID(1, 1);
    private static final UUID INCIDENT = new UUID(1, 2);

    private LogHolder() {}

    public static void main(String[] folder) throws IOException {
        Path log = Path.of(folder[0]);
        CountDownLatch kept = new CountDownLatch(1);
        try (Log open = Log.in(
                log,
                log.resolveSibling("state"),
                "desk-1",
                new Log.Listener(_ -> {}, _ -> kept.countDown(), System.err::println, _ -> {}, _ -> {}))) {
            evening().forEach(open::append);
            kept.await();
            System.out.println("open");
            while (System.in.read() >= 0) {
                open.append(entry(900, "more", new Detail.Note("later")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Entry> evening() {
        List<Entry> all = new ArrayList<>();
        all.add(entry(0, SHIFT.toString(), new Detail.ShiftStarted(SHIFT, null)));
        all.add(entry(
                600,
                INCIDENT.toString(),
                new Detail.IncidentDeclared(INCIDENT, 7, "Orders are lost", 2, START, null, null, List.of("Queue"))));
        all.add(entry(
                660,
                "run",
                new Detail.StepRan(
                        new UUID(1, 3),
                        1,
                        "Restart the queue",
                        Phase.RESOLUTION,
                        "queue restart | tee log",
                        Risk.DISRUPTIVE,
                        "exited",
                        0,
                        null,
                        1200,
                        "restarted with " + SECRET + "\n```\ndone",
                        false)));
        all.add(entry(700, INCIDENT.toString(), new Detail.IncidentResolved(INCIDENT)));
        all.add(entry(800, "x", new Detail.ServiceDown("Catalogue", "connection refused", START.plusSeconds(790))));
        return all;
    }

    private static Entry entry(int second, String subject, Detail detail) {
        return new Entry(UUID.randomUUID(), START.plusSeconds(second), "Ana", "desk-1", "shop", subject, detail);
    }

    static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LogHolder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
