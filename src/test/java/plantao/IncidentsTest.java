package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plantao.alert.Alert;
import plantao.cli.PracticeExercise;
import plantao.cli.Session;
import plantao.desk.Drafts;
import plantao.desk.Event;
import plantao.desk.PracticeBoard;
import plantao.desk.SystemBoard;
import plantao.journal.Change;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.store.Folders;

/// Each incident of the bundled runbook from its fault to its post-mortem, on one real stack. The first scenario
/// goes its way in [ChainTest].
class IncidentsTest {
    @TempDir
    static Path temp;

    private static Console console;
    private static Session session;

    @BeforeAll
    static void start() throws IOException {
        Path runbooks = temp.resolve("runbooks");
        Copied.folder(
                Path.of("runbooks/ouvify").toAbsolutePath(),
                runbooks.resolve("ouvify"),
                Map.of("holdFactor: 0.1", "holdFactor: 0.01"));
        Folders folders = Homes.withCache(temp);
        console = new Console(
                new Console.Setup(folders, runbooks, System.getenv(), InstantSource.system(), "Marina Costa"));
        session = new Session(
                console::board, console::send, console::listen, console::open, console::data, console::close);
        session.send().accept(new Event.StartPractice());
        assertThat(session.await(
                        120,
                        () -> console.board().practice().state() == PracticeBoard.State.ON
                                && !console.board().systems().isEmpty()))
                .as("the stack starts: " + console.board().practice())
                .isTrue();
    }

    @AfterAll
    static void close() {
        session.close();
    }

    private static SystemBoard system() {
        return console.board().systems().getFirst();
    }

    private static boolean firing(String alert) {
        return system().alerts().stream().anyMatch(a -> a.rule().name().equals(alert) && a.firing());
    }

    private static List<Entry> practise(String scenario) {
        StringWriter told = new StringWriter();
        int before = console.board().journal().entries().size();
        boolean solved = new PracticeExercise(
                        session,
                        new PrintWriter(told, true),
                        (_, _, _, _, _, _) -> new byte[0],
                        temp,
                        Locale.of("pt", "BR"))
                .run(scenario);
        assertThat(solved).as(told.toString()).isTrue();
        List<Entry> all = console.board().journal().entries();
        return all.subList(before, all.size());
    }

    @Test
    void everyIncidentHasAScenario() {
        Set<String> practised = console.board().practice().scenarios().stream()
                .map(s -> String.valueOf(s.playbook()))
                .collect(Collectors.toSet());
        assertThat(console.board().systems().getFirst().runbook().playbooks())
                .allSatisfy(p -> assertThat(practised).contains(p.title()));
    }

    @Test
    void whatTheRunbookHasNoAnswerToIsHandledByHand() {
        int before = console.board().journal().entries().size();
        String name = system().name();
        session.await(60, () -> !firing("Disk > 90%"));
        session.send().accept(new Event.BeginScenario("disk-full"));
        assertThat(session.await(60, () -> firing("Disk > 90%"))).isTrue();
        Alert alert = system().alerts().stream()
                .filter(a -> a.rule().name().equals("Disk > 90%"))
                .findFirst()
                .orElseThrow();
        assertThat(alert.rule().source().playbook()).isNull();
        session.send().accept(new Event.Acknowledge(name, alert.rule().id()));
        session.send().accept(new Event.DeclareIncident(name, alert.rule().id(), null));
        session.send().accept(new Event.AddNote(name, "An old dump of 330 MB, deleted"));
        session.send().accept(new Event.EndScenario());
        assertThat(session.await(60, () -> !firing("Disk > 90%"))).isTrue();
        Incident incident = console.board().journal().openIncident(name).orElseThrow();
        session.send().accept(new Event.ResolveIncident(incident.id()));
        session.send()
                .accept(new Event.CloseIncident(
                        incident.id(),
                        Drafts.postmortem(console.board(), incident.id(), Locale.of("pt", "BR"), ZoneOffset.UTC)));
        assertThat(session.await(
                        10, () -> console.board().journal().openIncident(name).isEmpty()))
                .isTrue();
        List<Entry> all = console.board().journal().entries();
        assertThat(all.subList(before, all.size()).stream().map(e -> e.detail().kind()))
                .containsSubsequence(
                        "AlertFired",
                        "AlertAcknowledged",
                        "IncidentDeclared",
                        "Note",
                        "AlertCleared",
                        "IncidentResolved");
    }

    @ParameterizedTest
    @CsvSource({
        "backend-frozen, API Down, API não responde (502/503/504), render rollback",
        "slow-release, , Alta latência (API lenta), render rollback",
        "worker-stopped, Celery queue > 1000 tasks, Tarefas do Celery acumulando, render restart",
        "jwt-key, , Erro de autenticação (JWT), render env set SECRET_KEY",
        "tenant-bleed, , Vazamento em multitenancy (Tenant Bleed), render suspend",
        "email-credential, , Email não chega, manage.py shell",
        "db-connections, DB connections > 95, API não responde (502/503/504), render rollback",
        "cpu-hot, CPU > 95%, Alta latência (API lenta), render rollback"
    })
    void fromTheFaultToThePostmortem(String scenario, String alert, String playbook, String command) {
        List<Entry> happened = practise(scenario);
        List<Detail> details = happened.stream().map(Entry::detail).toList();
        assertThat(alert == null
                        || details.stream()
                                .anyMatch(d -> d instanceof Detail.AlertFired f
                                        && f.name().equals(alert)))
                .as("the alert " + alert)
                .isTrue();
        assertThat(details)
                .anyMatch(d -> d instanceof Detail.RunStarted r && r.title().equals(playbook));
        assertThat(details)
                .anyMatch(d -> d instanceof Detail.StepRan s
                        && s.command().contains(command)
                        && Integer.valueOf(0).equals(s.exit()));
        assertThat(details)
                .filteredOn(Detail.IncidentClosed.class::isInstance)
                .singleElement()
                .satisfies(d -> assertThat(((Detail.IncidentClosed) d).markdown())
                        .contains(playbook)
                        .contains(command));
        assertThat(details.stream().map(Detail::kind))
                .containsSubsequence("IncidentDeclared", "RunStarted", "StepRan", "IncidentResolved", "HandoffWritten");
        if (command.equals("render suspend")) {
            assertThat(Change.of(happened))
                    .as("the rollback on the way")
                    .singleElement()
                    .satisfies(c -> {
                        assertThat(c.kind()).isEqualTo("rollback");
                        assertThat(c.ended()).isNotNull();
                    });
            assertThat(details)
                    .filteredOn(Detail.HandoffWritten.class::isInstance)
                    .singleElement()
                    .satisfies(d -> assertThat(((Detail.HandoffWritten) d).markdown())
                            .contains("rollback, “Rollback do backend"));
        }
        assertThat(console.board().practice().scenario())
                .as("the fault is taken away")
                .isNull();
    }
}
