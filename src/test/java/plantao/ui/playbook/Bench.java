package plantao.ui.playbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.SimpleObjectProperty;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.EventContext;
import plantao.desk.Outcome;
import plantao.desk.Previews;
import plantao.desk.SystemBoard;
import plantao.desk.SystemBoardFactory;
import plantao.desk.Targets;
import plantao.desk.Trust;
import plantao.desk.Watch;
import plantao.playbook.Output;
import plantao.playbook.Outputs;
import plantao.playbook.Run;
import plantao.playbook.ShellRunner;
import plantao.playbook.StepOrder;
import plantao.playbook.StepResult;
import plantao.probe.Probe;
import plantao.probe.Reading;
import plantao.runbook.Runbook;
import plantao.runbook.read.RunbookReader;
import plantao.ui.NoDrafts;
import plantao.ui.fx.Navigation;
import plantao.ui.fx.Screen;
import plantao.ui.fx.UiContext;
import plantao.values.Masking;
import plantao.values.Place;

/// The desk's heart with a clock moved by hand, under a screen: what the screen emits is handled at once.
final class Bench {
    private final AtomicLong ids = new AtomicLong();
    final SimpleObjectProperty<Board> board = new SimpleObjectProperty<>();
    final List<Event> sent = new ArrayList<>();
    final Outputs outputs = new Outputs();
    Instant now = Instant.parse("2026-11-22T06:00:00Z");

    Bench() {
        this(runbook(), Trust.FULL);
    }

    Bench(Runbook runbook, Trust trust) {
        board.set(Board.empty(now, "Marina Costa"));
        happen(new Event.Opened(SystemBoardFactory.open(
                runbook, Targets.of(runbook, Path.of("/srv/padaria"), Map.of()), 1, trust, now)));
    }

    static Runbook runbook() {
        return RunbookReader.read(
                "padaria", Map.of("padaria.md", text("padaria.md"), "console.yaml", text("console.yaml")));
    }

    static String text(String name) {
        try (InputStream in = Bench.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    UiContext desktop(Locale locale) {
        return new UiContext(
                board,
                event -> {
                    sent.add(event);
                    happen(event);
                },
                outputs,
                new NoDrafts(),
                Previews::of,
                new Navigation(Screen.PLAYBOOKS),
                locale,
                ZoneId.of("America/Sao_Paulo"));
    }

    Bench happen(Event event) {
        Outcome outcome = Watch.next(
                board.get(), event, new EventContext(now, "desk-1", () -> new UUID(0, ids.incrementAndGet()), t -> t));
        board.set(outcome.board());
        return this;
    }

    Bench after(int seconds) {
        now = now.plusSeconds(seconds);
        return happen(new Event.Tick());
    }

    /// The runbook is another one by now; runs go on with theirs.
    void changedText(String from, String to) {
        Runbook other = RunbookReader.read(
                "padaria",
                Map.of("padaria.md", text("padaria.md").replace(from, to), "console.yaml", text("console.yaml")));
        board.set(board.get().with("Padaria", s -> s.withRunbook(other)));
    }

    SystemBoard system() {
        return board.get().current().orElseThrow();
    }

    Run run() {
        return system().runs().getLast();
    }

    Bench open(String title) {
        system().runbook().playbooks().stream()
                .filter(p -> p.title().contains(title))
                .findFirst()
                .ifPresent(p -> happen(
                        new Event.OpenRun("Padaria", p.title(), p.origin().line(), null)));
        system().runbook().procedures().stream()
                .filter(p -> p.title().contains(title))
                .findFirst()
                .ifPresent(p -> happen(
                        new Event.OpenRun("Padaria", p.title(), p.origin().line(), null)));
        return this;
    }

    /// Runs the current step to its end.
    Bench ran(int status, int millis, String... lines) {
        int step = run().current();
        happen(new Event.RunStep(run().id(), step, true, false, "Padaria"));
        print(step, lines);
        now = now.plusMillis(millis);
        return happen(new Event.StepEnded(
                "Padaria",
                run().id(),
                step,
                new StepResult.Exited(status, Duration.ofMillis(millis)),
                String.join("\n", lines)));
    }

    Bench print(int step, String... lines) {
        Output output = outputs.renewed(run().id(), step);
        for (String line : lines) {
            output.add(new Output.Line(now, line, line.startsWith("!")));
        }
        return this;
    }

    /// Runs the current step to its end, in a real shell: what it leaves running is left.
    Bench really(ShellRunner runner, Path folder, String command) {
        int step = run().current();
        happen(new Event.RunStep(run().id(), step, true, false, "Padaria"));
        CompletableFuture<StepResult> ended = new CompletableFuture<>();
        Place place = new Place("production", folder, true, Map.of(), null);
        runner.start(
                new StepOrder(run().id(), step, command, Map.of(), place, Duration.ofMinutes(1)),
                outputs.renewed(run().id(), step),
                ended::complete);
        StepResult result = ended.orTimeout(60, TimeUnit.SECONDS).join();
        return happen(new Event.StepEnded("Padaria", run().id(), step, result, ""));
    }

    static ShellRunner shells(Path folder) {
        return new ShellRunner(
                Map.of("PATH", System.getenv("PATH")),
                folder,
                1L << 20,
                _ -> Masking.NONE,
                InstantSource.system(),
                _ -> {});
    }

    Probe probe(String subject) {
        return SystemBoardFactory.probes(system()).stream()
                .filter(p -> p.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    Bench good(String subject, Double value) {
        return happen(new Event.Read(
                "Padaria", new Reading.Up(probe(subject).id(), now, Duration.ofMillis(40), value, "200")));
    }

    Bench bad(String subject) {
        return happen(new Event.Read(
                "Padaria", new Reading.Down(probe(subject).id(), now, Duration.ofMillis(40), "502", "")));
    }

    /// The API is down, an incident is declared, and the playbook stands at its rollback.
    static Bench middle() {
        Bench b = new Bench();
        for (int i = 0; i < 30; i++) {
            b.good("Vitrine", null)
                    .good("Taxa de erro", 0.4)
                    .good("Fila de fornadas", 620.0)
                    .bad("API de pedidos")
                    .after(5);
        }
        b.happen(new Event.DeclareIncident(
                "Padaria",
                b.system().activeAlerts().isEmpty()
                        ? null
                        : b.system().activeAlerts().getFirst().rule().id(),
                "API de pedidos não responde"));
        b.open("não responde");
        b.after(20).ran(0, 1100, "HTTP/2 502", "server: balanceador", "date: Sun, 22 Nov 2026 06:03:00 GMT");
        b.after(12)
                .ran(
                        0,
                        1800,
                        "nov 22 06:01:12 pedidos[2210]: Started GET \"/pedidos\"",
                        "nov 22 06:01:17 pedidos[2210]: TimeoutError: could not obtain a connection from the pool within 5.000 seconds (waited 5.002 seconds); all pooled connections were in use");
        b.happen(new Event.SkipStep(b.run().id(), 2, "já no painel, 34 % e 71 %"));
        b.after(30)
                .ran(
                        0,
                        1800,
                        "ID            COMMIT   STATUS       CRIADO",
                        "dep-d4fa0r9s  41a9c2e  live         22/11 02:58",
                        "dep-d4f81k2c  b07de51  deactivated  19/11 10:14");
        b.happen(new Event.MarkCause(b.run().id(), 0, Run.Verdict.SUSPECTED));
        b.happen(new Event.MarkCause(b.run().id(), 1, Run.Verdict.RULED_OUT));
        b.happen(new Event.MarkSymptom(b.run().id(), 0, true));
        b.happen(new Event.MarkSymptom(b.run().id(), 2, true));
        for (int i = 0; i < 3; i++) {
            b.good("Vitrine", null)
                    .good("Taxa de erro", 41.0)
                    .good("Fila de fornadas", 1240.0)
                    .bad("API de pedidos")
                    .after(5);
        }
        return b;
    }
}
