package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.alert.Alert;
import plantao.alert.Health;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Silence;
import plantao.probe.Reading;
import plantao.runbook.Problem;
import plantao.runbook.Runbook;
import plantao.runbook.read.RunbookReader;
import plantao.store.JournalStore;
import plantao.values.Place;
import plantao.values.Target;

/// What a watch does beside judging readings: keeping quiet, not seeing, starting again. Time is moved by hand.
class WatchedTest {
    private static final String RUNBOOK = """
            # Shop

            ## Services

            | Service | URL | SLA |
            |---|---|---|
            | API | https://api.example.org/health | 99.9% |
            | Database | https://db.example.org/health | 99.9% |

            ## Alerts

            | Alert | Condition | Severity |
            |---|---|---|
            | API down | API down for 2 min | critical |
            | Database down | Database down for 1 min | critical |

            ## Maintenance

            ### Scheduled maintenance windows

            #### Weekly (Sunday 05:00-06:00 UTC)

            - [ ] Vacuum the database
            """;
    private static final String WITNESSED = """
            dependencies: {API: [Database]}
            witnesses: ["192.0.2.1:53"]
            """;

    private static Play open(String yaml) {
        Play play = new Play();
        play.send(new Event.Opened(system(yaml)));
        return play;
    }

    private static SystemBoard system(String yaml) {
        Runbook runbook = RunbookReader.read("shop", Map.of("runbook.md", RUNBOOK, "console.yaml", yaml));
        assertThat(runbook.problems()).noneMatch(p -> p.severity() == Problem.Severity.ERROR);
        Target target = new Target(
                "production",
                "Production",
                Target.Kind.PRODUCTION,
                Map.of(),
                Map.of(),
                new Place("local shell", Path.of("/tmp"), true, Map.of(), null));
        return SystemBoardFactory.open(runbook, List.of(target), 1, Trust.FULL, Play.T0);
    }

    private static void read(Play play, String subject, String reason) {
        play.send(new Event.Read(
                "Shop",
                reason.isEmpty()
                        ? new Reading.Up(play.probe(subject).id(), play.now, Duration.ofMillis(9), null, "ok")
                        : new Reading.Down(play.probe(subject).id(), play.now, Duration.ofMillis(9), reason, "")));
    }

    private static Alert alert(Play play, String name) {
        return play.system().alerts().stream()
                .filter(a -> a.rule().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Health health(Play play, String service) {
        return play.system().services().stream()
                .filter(t -> t.name().equals(service))
                .findFirst()
                .orElseThrow()
                .health();
    }

    /// Reads every thirty seconds for so long.
    private static void minutes(Play play, int minutes, Map<String, String> reasons) {
        for (int i = 0; i < minutes * 2; i++) {
            reasons.forEach((subject, reason) -> read(play, subject, reason));
            play.after(30);
        }
    }

    private static void databaseDown(Play play, int minutes) {
        minutes(play, minutes, Map.of("API", "", "Database", "GET /health → 503"));
    }

    private static void silence(Play play, Silence.Scope scope, String subject, Duration length) {
        play.send(new Event.SilenceAlerts("Shop", scope, subject, play.now.plus(length), "known", false));
    }

    @Test
    void aSilencedAlertCallsNobodyAndItsEndIsAnnouncedBeforeItPasses() {
        Play play = open("");
        databaseDown(play, 3);
        silence(play, Silence.Scope.SERVICE, "Database", Duration.ofMinutes(30));
        assertThat(play.system().activeAlerts()).isEmpty();
        assertThat(play.system().mutedAlerts()).hasSize(1);
        Paging.Step quiet = Paging.NONE.next(play.board, play.now);
        assertThat(quiet.page()).isNull();
        databaseDown(play, 24);
        assertThat(play.details(Detail.SilenceEnding.class)).isEmpty();
        databaseDown(play, 2);
        assertThat(play.details(Detail.SilenceEnding.class)).hasSize(1);
        Page announced = quiet.paging().next(play.board, play.now).page();
        assertThat(announced).isNotNull();
        assertThat(announced.kind()).isEqualTo(Page.Kind.SILENCE_ENDS);
        databaseDown(play, 5);
        assertThat(play.system().activeAlerts()).hasSize(1);
        Page told = quiet.paging().next(play.board, play.now).page();
        assertThat(told).isNotNull();
        assertThat(told.kind()).isEqualTo(Page.Kind.FIRING);
    }

    @Test
    void aServiceThatIsStillDownAfterARestartHasBeenDownSinceBefore(@TempDir Path folder) {
        Play before = open("");
        databaseDown(before, 120);
        Instant fell = health(before, "Database").since();
        before.after(600);
        Play next = restarted(before, folder);
        assertThat(health(next, "Database").state()).isEqualTo(Health.State.UNKNOWN);

        read(next, "Database", "GET /health → 503");
        assertThat(health(next, "Database").state()).isEqualTo(Health.State.DOWN);
        assertThat(health(next, "Database").since()).isEqualTo(fell);
        assertThat(next.details(Detail.ServiceDown.class)).hasSize(1);

        next.after(60);
        read(next, "Database", "");
        next.after(30);
        read(next, "Database", "");
        assertThat(next.details(Detail.ServiceUp.class))
                .singleElement()
                .satisfies(up -> assertThat(Duration.ofMillis(up.downMillis())).isGreaterThan(Duration.ofHours(2)));
    }

    @Test
    void aServiceThatCameBackWhileTheConsoleWasClosedIsUpAtOnceAndThatIsWrittenDown(@TempDir Path folder) {
        Play before = open("");
        databaseDown(before, 10);
        Play next = restarted(before, folder);
        read(next, "Database", "");
        assertThat(health(next, "Database").state()).isEqualTo(Health.State.UP);
        assertThat(next.details(Detail.ServiceUp.class)).hasSize(1);

        next.after(30);
        read(next, "Database", "");
        assertThat(next.details(Detail.ServiceUp.class)).hasSize(1);
    }

    @Test
    void aSilenceThatIsTakenBackMutesNoMore() {
        Play play = open("");
        databaseDown(play, 3);
        silence(play, Silence.Scope.ALL, "", Duration.ofHours(2));
        play.send(new Event.LiftSilence(
                "Shop", play.board.journal().silences("Shop").getFirst().id()));
        assertThat(play.system().activeAlerts()).hasSize(1);
    }

    @Test
    void theRunbooksMaintenanceWindowKeepsTheAlarmsQuietWhileItLasts() {
        Play play = open("");
        play.now = Instant.parse("2026-11-22T04:58:30Z"); // a Sunday
        databaseDown(play, 4);
        assertThat(play.system().maintenance("Database"))
                .isNotNull()
                .extracting(Mute::until)
                .isEqualTo(Instant.parse("2026-11-22T06:00:00Z"));
        assertThat(play.system().activeAlerts()).isEmpty();
        databaseDown(play, 60);
        assertThat(play.system().maintenance("Database")).isNull();
        assertThat(play.system().activeAlerts()).hasSize(1);
    }

    @Test
    void aWindowOfConsoleYamlComesOnceAndCoversWhatItNames() {
        Play play = open("""
                maintenance:
                  - {title: Move, from: 2026-11-22T03:10Z, until: 2026-11-22T03:40Z, services: [Database]}
                """);
        play.after(11 * 60);
        assertThat(play.system().maintenance("Database")).isNotNull();
        assertThat(play.system().maintenance("API")).isNull();
        play.after(30 * 60);
        assertThat(play.system().maintenance("Database")).isNull();
    }

    @Test
    void noServiceIsDownAndNoAlertFiresWhenNoInterfaceIsUp() {
        Play play = open("");
        minutes(play, 2, Map.of("API", "", "Database", ""));
        play.send(new Event.Network(false));
        minutes(play, 10, Map.of("API", "unknown host api.example.org", "Database", "no route to db.example.org"));
        assertThat(health(play, "API").state()).isEqualTo(Health.State.BLIND);
        assertThat(play.details(Detail.ServiceDown.class)).isEmpty();
        assertThat(play.details(Detail.AlertFired.class)).isEmpty();
        assertThat(play.details(Detail.Blinded.class)).hasSize(1);
        play.send(new Event.Network(true));
        read(play, "API", "");
        read(play, "Database", "");
        assertThat(health(play, "API").state()).isEqualTo(Health.State.UP);
        assertThat(play.details(Detail.Sighted.class)).hasSize(1);
    }

    @Test
    void aLostNetworkThatAWitnessStillSeesIsTheServicesOwnFault() {
        Play play = open(WITNESSED);
        minutes(play, 2, Map.of("API", "", "Database", "", "192.0.2.1:53", ""));
        Map<String, String> gone =
                Map.of("API", "no connection in 5 s", "Database", "no connection in 5 s", "192.0.2.1:53", "");
        minutes(play, 4, gone);
        assertThat(health(play, "API").state()).isEqualTo(Health.State.DOWN);
        assertThat(play.details(Detail.AlertFired.class)).hasSize(2);
    }

    @Test
    void whenEveryWitnessFailsTooTheConsoleIsBlind() {
        Play play = open(WITNESSED);
        minutes(play, 2, Map.of("API", "", "Database", "", "192.0.2.1:53", ""));
        Map<String, String> gone = Map.of(
                "API",
                "no connection in 5 s",
                "Database",
                "name look-up of db.example.org got no answer in 5 s",
                "192.0.2.1:53",
                "no connection in 5 s");
        minutes(play, 6, gone);
        assertThat(health(play, "Database").state()).isEqualTo(Health.State.BLIND);
        assertThat(play.details(Detail.AlertFired.class)).isEmpty();
    }

    @Test
    void theWitnessesAreAskedAtTheFirstFailureThatMayBeOurOwn() {
        Play play = open(WITNESSED);
        minutes(play, 1, Map.of("API", "", "Database", "", "192.0.2.1:53", ""));
        read(play, "Database", "no connection in 5 s");
        assertThat(play.effects.contains(new Effect.ProbeNow("Shop", "192.0.2.1:53")))
                .isTrue();
        play.after(30);
        read(play, "Database", "no connection in 5 s");
        assertThat(health(play, "Database").state())
                .as("not before a witness has spoken")
                .isEqualTo(Health.State.UP);
        read(play, "192.0.2.1:53", "");
        read(play, "Database", "no connection in 5 s");
        assertThat(health(play, "Database").state()).isEqualTo(Health.State.DOWN);
    }

    @Test
    void aLostVpnBlindsItsGroupAndNothingElse() {
        Play play = open("""
                networks:
                  vpn: {witnesses: ["10.9.0.1:22"], services: [Database]}
                """);
        minutes(play, 2, Map.of("API", "", "Database", "", "vpn 10.9.0.1:22", ""));
        minutes(
                play,
                4,
                Map.of("API", "", "Database", "no connection in 5 s", "vpn 10.9.0.1:22", "no connection in 5 s"));
        assertThat(health(play, "Database").state()).isEqualTo(Health.State.BLIND);
        assertThat(health(play, "API").state()).isEqualTo(Health.State.UP);
        minutes(
                play,
                3,
                Map.of(
                        "API",
                        "unknown host api.example.org",
                        "Database",
                        "no connection in 5 s",
                        "vpn 10.9.0.1:22",
                        "no connection in 5 s"));
        assertThat(health(play, "API").state())
                .as("no witness speaks for it, and the interfaces are up")
                .isEqualTo(Health.State.DOWN);
    }

    @Test
    void aSuspendedComputerIsAGapAndNotAnOutage() {
        Play play = open("");
        minutes(play, 1, Map.of("API", "", "Database", ""));
        read(play, "Database", "no answer in 5 s");
        play.after(30);
        Instant slept = play.now;
        Reading late =
                new Reading.Down(play.probe("Database").id(), slept, Duration.ofSeconds(5), "no answer in 5 s", "");
        play.now = slept.plus(Duration.ofHours(8));
        play.send(new Event.ClockJumped(slept, play.now)).send(new Event.Read("Shop", late));
        play.after(1);
        assertThat(health(play, "Database").bad()).isZero();
        assertThat(play.details(Detail.ServiceDown.class)).isEmpty();
        assertThat(play.details(Detail.Paused.class)).hasSize(1);
        read(play, "Database", "GET /health → 503");
        play.after(30);
        read(play, "Database", "GET /health → 503");
        assertThat(alert(play, "Database down").firing())
                .as("it has to hold anew")
                .isFalse();
    }

    @Test
    void theTwoClocksTellASleepFromABusySecond() {
        ClockPulse pulse = new ClockPulse(Play.T0, 0);
        assertThat(pulse.gap(Play.T0.plusSeconds(4), 4_000_000_000L)).isNull();
        assertThat(pulse.gap(Play.T0.plusSeconds(3600), 1_000_000_000L)).isNotNull();
        assertThat(pulse.gap(Play.T0.minusSeconds(60), 1_000_000_000L)).isNotNull();
        assertThat(pulse.gap(Play.T0.plusSeconds(90), 90_000_000_000L)).isNotNull();
    }

    @Test
    void whatComesAndGoesIsToldAsOne() {
        Play play = open("");
        for (int i = 0; i < 8; i++) {
            databaseDown(play, 2);
            minutes(play, 1, Map.of("API", "", "Database", ""));
        }
        assertThat(play.details(Detail.AlertFlapping.class)).hasSize(1);
        assertThat(play.details(Detail.AlertFired.class)).hasSize(4);
        assertThat(alert(play, "Database down").flapping(play.now)).isTrue();
        minutes(play, 11, Map.of("API", "", "Database", ""));
        assertThat(alert(play, "Database down").firing()).isFalse();
    }

    @Test
    void theConsequenceStandsBehindItsCauseAndCallsNobodyAgain() {
        Play play = open("dependencies: {API: [Database]}");
        databaseDown(play, 3);
        Paging paging = Paging.NONE.next(play.board, play.now).paging();
        minutes(play, 4, Map.of("API", "GET /health → 500", "Database", "GET /health → 503"));
        assertThat(play.system().activeAlerts())
                .extracting(a -> a.rule().name())
                .containsExactly("Database down", "API down");
        assertThat(play.system().cause(alert(play, "API down"))).isEqualTo("Database");
        Paging.Step step = paging.next(play.board, play.now);
        assertThat(step.page()).isNull();
    }

    @Test
    void aRestartKeepsAcknowledgementsSilencesLatchesAndHoldTimes(@TempDir Path folder) {
        Play play = open("");
        minutes(play, 3, Map.of("API", "GET /health → 500", "Database", ""));
        minutes(play, 2, Map.of("API", "", "Database", ""));
        assertThat(alert(play, "API down").state()).isInstanceOf(Alert.State.Cleared.class);
        databaseDown(play, 3);
        play.send(new Event.Acknowledge(
                "Shop", alert(play, "Database down").rule().id(), "Ana restarts it"));
        minutes(play, 1, Map.of("API", "", "Database", "GET /health → 503"));
        silence(play, Silence.Scope.ALERT, alert(play, "API down").rule().id(), Duration.ofHours(2));

        Play next = restarted(play, folder);
        assertThat(alert(next, "Database down").state())
                .isEqualTo(alert(play, "Database down").state());
        assertThat(alert(next, "Database down").state())
                .isInstanceOfSatisfying(
                        Alert.State.Acknowledged.class,
                        a -> assertThat(a.note()).isEqualTo("Ana restarts it"));
        assertThat(next.system().mutedAlerts())
                .extracting(Alert::state)
                .containsExactly(alert(play, "API down").state());
    }

    @Test
    void aHoldTimeGoesOnAfterARestart(@TempDir Path folder) {
        Play play = open("");
        minutes(play, 1, Map.of("API", "GET /health → 500", "Database", ""));
        assertThat(alert(play, "API down").state()).isInstanceOf(Alert.State.Pending.class);
        Play next = restarted(play, folder);
        read(next, "API", "GET /health → 500");
        next.after(30);
        read(next, "API", "GET /health → 500");
        next.after(30);
        assertThat(alert(next, "API down").firing()).isTrue();
        assertThat(next.details(Detail.AlertFired.class).getFirst().since()).isEqualTo(Play.T0);
    }

    @Test
    void practiceBeginsWithAFreshBoard(@TempDir Path folder) {
        Play play = new Play();
        play.send(new Event.Opened(system("")));
        read(play, "API", "GET /health → 500");
        play.after(60);
        read(play, "API", "GET /health → 500");
        play.after(60);
        assertThat(alert(play, "API down").firing()).isTrue();
        PracticeBoard starting =
                new PracticeBoard(PracticeBoard.State.STARTING, "", "Shop", List.of(), List.of(), null, null);

        Play next = restarted(play, folder, new Event.PracticeChanged(starting));

        assertThat(alert(next, "API down").active()).isFalse();
        assertThat(next.details(Detail.AlertFired.class)).hasSize(1);
    }

    /// Another desk over the same log, as a console that was started again.
    private static Play restarted(Play before, Path folder, Event... first) {
        List<Entry> kept;
        try (JournalStore store = JournalStore.open(folder)) {
            store.append(before.board.journal().entries());
            kept = store.all();
        }
        Play next = new Play();
        next.now = before.now;
        next.ids.set(before.ids.get());
        List.of(first).forEach(next::send);
        next.send(new Event.Opened(system(""))).send(new Event.LogOpened(kept));
        return next;
    }
}
