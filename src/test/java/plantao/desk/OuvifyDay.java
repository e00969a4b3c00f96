package plantao.desk;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import plantao.alert.Alert;
import plantao.alert.Condition;
import plantao.alert.Rule;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.runbook.Comparison;
import plantao.runbook.Phase;
import plantao.runbook.Risk;
import plantao.runbook.Runbook;
import plantao.runbook.read.LoadedRunbook;
import plantao.runbook.read.RunbookFolder;

/// A night shift on the bundled example, told entry by entry: one severe incident, one alert that still fires at
/// the end.
final class OuvifyDay {
    static final UUID SHIFT = new UUID(0, 1);
    static final UUID INCIDENT = new UUID(0, 2);
    private static final UUID RUN = new UUID(0, 3);
    private static final String API = "API não responde (502/503/504)";

    final Runbook runbook;
    private final List<Entry> entries = new ArrayList<>();

    OuvifyDay() {
        runbook = ((LoadedRunbook.Read)
                        RunbookFolder.load(Path.of("runbooks/ouvify")).getFirst())
                .runbook();
        tell();
    }

    private void tell() {
        at("05:00:00", new Detail.ShiftStarted(SHIFT, Instant.parse("2026-11-23T13:00:00Z")));
        tick("05:02:00", "Início de plantão", 0);
        tick("05:04:00", "Início de plantão", 1);
        tick("05:05:00", "Início de plantão", 2);
        tick("05:06:00", "Início de plantão", 3);
        tick("05:08:00", "Início de plantão", 4);
        at(
                "05:09:00",
                new Detail.ItemDeferred(
                        SHIFT,
                        "Início de plantão",
                        item("Início de plantão", 5),
                        935,
                        "calendário de deploys responde 503",
                        Instant.parse("2026-11-23T14:00:00Z")));
        tick("05:10:00", "Início de plantão", 6);
        incident();
        at(
                "11:40:00",
                new Detail.AlertFired(
                        "queue",
                        "Celery queue > 1000 tasks",
                        2,
                        "Celery queue > 1000 tasks",
                        "1240",
                        Instant.parse("2026-11-23T11:35:00Z"),
                        175));
        at("11:42:00", new Detail.AlertAcknowledged("queue", "Celery queue > 1000 tasks", 120_000));
        tick("12:46:00", "Fim de plantão", 0);
        tick("12:47:00", "Fim de plantão", 1);
        tick("12:48:00", "Fim de plantão", 2);
    }

    private void incident() {
        Instant since = Instant.parse("2026-11-23T06:06:12Z");
        at("06:06:30", new Detail.AlertFired("api", "API Down", 1, "sem resposta por 2 min", null, since, 170));
        at("06:07:10", new Detail.IncidentDeclared(INCIDENT, 1, API, 1, since, "api", API, List.of("Backend API")));
        at("06:07:40", new Detail.AlertAcknowledged("api", "API Down", 70_000));
        at("06:08:00", new Detail.RunStarted(RUN, API, 320, "abc", "Produção"));
        at(
                "06:09:00",
                ran(
                        0,
                        "Testar a saúde",
                        Phase.DIAGNOSIS,
                        "curl -I https://ouvify-backend.onrender.com/api/health",
                        Risk.SAFE,
                        22,
                        1100));
        at("06:15:00", new Detail.Escalated(INCIDENT, "SRE Lead", "Se o problema continuar, acionar o SRE Lead"));
        at("06:26:00", new Detail.CauseMarked(RUN, "Deploy com erro", "confirmed"));
        at(
                "06:27:00",
                ran(
                        3,
                        "Voltar a versão",
                        Phase.RESOLUTION,
                        "render rollback -service ouvify-backend",
                        Risk.DISRUPTIVE,
                        0,
                        42_000));
        at(
                "06:29:00",
                new Detail.Note("41a9c2e abre uma conexão por requisição; não pode subir de novo antes da correção."));
        at("06:31:20", new Detail.AlertCleared("api", "API Down", 1_508_000));
        at("06:31:40", new Detail.IncidentResolved(INCIDENT));
        at("07:09:00", new Detail.PostmortemSaved(INCIDENT, """
                        # Incidente: API não responde

                        - **Usuários afetados:** {preencher: usuários afetados}

                        ## 6. Ações futuras (follow-up)

                        - [ ] Bloquear 41a9c2e no pipeline (Rafael Lima, 2026-11-24)
                        - [x] Avisar o time (Marina Costa, 2026-11-23)
                        """));
        at(
                "07:10:00",
                new Detail.IncidentClosed(
                        INCIDENT,
                        "- {preencher: usuários afetados}\n- [ ] Bloquear 41a9c2e no pipeline (Rafael Lima, 2026-11-24)\n"));
    }

    private static Detail ran(int step, String title, Phase phase, String command, Risk risk, int exit, long millis) {
        return new Detail.StepRan(RUN, step, title, phase, command, risk, "exited", exit, null, millis, "", false);
    }

    private String item(String checklist, int index) {
        return runbook.checklists().stream()
                .filter(c -> c.title().equals(checklist))
                .findFirst()
                .orElseThrow()
                .items()
                .get(index)
                .text();
    }

    private void tick(String clock, String checklist, int index) {
        at(clock, new Detail.ItemTicked(SHIFT, checklist, item(checklist, index), 0, null));
    }

    private void at(String clock, Detail detail) {
        entries.add(new Entry(
                new UUID(1, entries.size()),
                Instant.parse("2026-11-23T" + clock + "Z"),
                "Marina Costa",
                "mesa",
                runbook.system(),
                "",
                detail));
    }

    /// As it is where the queue is measured.
    private static Rule measured(Rule rule) {
        Condition condition = new Condition.Measured("Celery Queue Size", Comparison.ABOVE, 1000);
        return new Rule(rule.id(), condition, rule.hold(), rule.source());
    }

    /// How it stands at 12:52: the queue's alert fires, acknowledged.
    Board board() {
        Instant now = Instant.parse("2026-11-23T12:52:00Z");
        SystemBoard system = Day.opened(runbook, now);
        List<Alert> alerts = system.alerts().stream()
                .map(a -> a.rule().name().startsWith("Celery queue")
                        ? new Alert(
                                measured(a.rule()),
                                new Alert.State.Acknowledged(
                                        Instant.parse("2026-11-23T11:35:00Z"),
                                        Instant.parse("2026-11-23T11:40:00Z"),
                                        "Marina Costa",
                                        Instant.parse("2026-11-23T11:42:00Z")),
                                1240.0)
                        : a)
                .toList();
        Board empty = Board.empty(now, "Marina Costa")
                .withSystems(List.of(system.withAlerts(alerts)))
                .withSelected(runbook.system());
        return Watch.next(empty, new Event.LogOpened(entries), new EventContext(now, "mesa", UUID::randomUUID, t -> t))
                .board();
    }
}
