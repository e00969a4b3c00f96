package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantao.alert.Alert;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Silence;
import plantao.link.EngineAlert;
import plantao.link.LabelMatcher;
import plantao.runbook.LinkSettings;
import plantao.runbook.Runbook;
import plantao.runbook.Settings;
import plantao.runbook.WatchSettings;
import plantao.values.Place;
import plantao.values.Target;

/// Alerts of an Alertmanager on the board, and calls over a webhook: a moved clock, no network.
class EngineAlertsTest {
    private static final LinkSettings.Hook HOOK = new LinkSettings.Hook("PHONE", Duration.ofMinutes(2), 2, Sketch.LINE);
    private static final LinkSettings.Engine ENGINE = new LinkSettings.Engine(
            "http://am.example", Map.of(), List.of(), Duration.ofSeconds(15), Duration.ofHours(2), Sketch.LINE);

    private final Play play = play();

    private static Play play() {
        Play play = new Play();
        WatchSettings watch = new WatchSettings(List.of(), List.of(), null, new LinkSettings(ENGINE, HOOK), true);
        Settings none = Sketch.settings();
        Runbook runbook = Sketch.runbook(new Settings(
                none.system(),
                none.probes(),
                none.variables(),
                none.targets(),
                none.playbooks(),
                none.dependencies(),
                none.nodes(),
                none.practice(),
                none.steps(),
                watch));
        Target target = new Target(
                "production",
                "Production",
                Target.Kind.PRODUCTION,
                Map.of(),
                Map.of(),
                new Place("local shell", Path.of("/tmp"), true, Map.of(), null));
        play.send(new Event.Opened(SystemBoardFactory.open(runbook, List.of(target), 1, Trust.FULL, Play.T0)));
        return play;
    }

    private static EngineAlert api(boolean suppressed) {
        return new EngineAlert(
                "f1",
                Map.of("alertname", "HighLatency", "severity", "critical", "job", "API"),
                Map.of(
                        "summary",
                        "No answer for 5 min",
                        "runbook_url",
                        "https://x.example/shop.md#api-does-not-answer"),
                Play.T0.minusSeconds(300),
                suppressed);
    }

    private void told(EngineAlert... alerts) {
        play.send(new Event.EngineAlertsRead(play.system().name(), List.of(alerts)));
    }

    private @Nullable Alert alert() {
        return play.system().alerts().stream()
                .filter(a -> a.rule().id().equals("alertmanager:f1"))
                .findFirst()
                .orElse(null);
    }

    private List<Detail> entries() {
        return play.effects.stream()
                .filter(Effect.Append.class::isInstance)
                .map(e -> ((Effect.Append) e).entry())
                .map(Entry::detail)
                .toList();
    }

    @Test
    void anAlertFromThereIsLookedAfterHereAndSilencedThere() {
        told(api(false));
        Alert firing = alert();
        assertThat(firing).isNotNull();
        assertThat(firing.state()).isEqualTo(new Alert.State.Firing(Play.T0.minusSeconds(300), play.now));
        assertThat(firing.rule().level()).isEqualTo(1);
        assertThat(firing.rule().name()).isEqualTo("HighLatency · API");
        assertThat(firing.rule().source().service()).isEqualTo("API");
        assertThat(firing.rule().source().playbook()).isNotNull();
        assertThat(firing.rule().source().playbook().title()).isEqualTo("API does not answer");

        told(api(false));
        assertThat(entries()).filteredOn(Detail.AlertFired.class::isInstance).hasSize(1);

        play.send(new Event.Acknowledge(play.system().name(), "alertmanager:f1"));
        assertThat(play.effects)
                .contains(new Effect.SilenceInEngine(
                        play.system().name(),
                        "HighLatency · API",
                        List.of(LabelMatcher.exactly(api(false).labels())),
                        false,
                        play.now,
                        play.now.plus(Duration.ofHours(2)),
                        "Ana",
                        "acknowledged in Plantão",
                        null));
        told(api(true));
        assertThat(alert()).isNotNull();
        told();
        assertThat(alert()).isNull();
        assertThat(entries()).filteredOn(Detail.AlertCleared.class::isInstance).hasSize(1);
    }

    @Test
    void aSilenceThatIsLiftedHereIsLiftedThereAndTheAlertCallsAgain() {
        told(api(false));
        play.send(new Event.SilenceAlerts(
                play.system().name(),
                Silence.Scope.ALERT,
                "alertmanager:f1",
                play.now.plus(Duration.ofHours(1)),
                "disk is being moved",
                false));
        Silence silence = play.board.journal().silences(play.system().name()).getFirst();
        assertThat(play.effects)
                .anyMatch(e -> e instanceof Effect.SilenceInEngine there
                        && silence.id().equals(there.silence()));
        told(api(true));

        play.send(new Event.LiftSilence(play.system().name(), silence.id()));
        assertThat(play.effects)
                .contains(new Effect.LiftSilenceInEngine(play.system().name(), silence.id(), "HighLatency · API"));
        told(api(false));
        Alert again = alert();
        assertThat(again).isNotNull();
        assertThat(again.unacknowledged()).isTrue();
        assertThat(entries()).filteredOn(Detail.AlertFired.class::isInstance).hasSize(1);
    }

    @Test
    void aSilenceOfOneOfThisConsolesOwnAlertsIsNoConcernOfTheirs() {
        String own = play.system().alerts().getFirst().rule().id();
        Silence silence = silence(Silence.Scope.ALERT, own, Duration.ofHours(1));
        play.send(new Event.LiftSilence(play.system().name(), silence.id()));
        assertThat(play.effects)
                .noneMatch(e -> e instanceof Effect.LiftSilenceInEngine || e instanceof Effect.SilenceInEngine);
    }

    private Silence silence(Silence.Scope scope, String subject, Duration length) {
        play.send(new Event.SilenceAlerts(
                play.system().name(), scope, subject, play.now.plus(length), "disk is being moved", false));
        return play.board.journal().silences(play.system().name()).getLast();
    }

    private List<Effect.SilenceInEngine> ordered() {
        return play.effects.stream()
                .filter(Effect.SilenceInEngine.class::isInstance)
                .map(Effect.SilenceInEngine.class::cast)
                .toList();
    }

    @Test
    void aServiceIsSilencedThereByEveryLabelThatMayNameIt() {
        told(api(false));
        Silence silence = silence(Silence.Scope.SERVICE, "API", Duration.ofHours(1));
        assertThat(ordered()).singleElement().satisfies(order -> {
            assertThat(order.silence()).isEqualTo(silence.id());
            assertThat(order.until()).isEqualTo(silence.until());
            assertThat(order.filtered()).isTrue();
            assertThat(silenced(order, Map.of("alertname", "X", "job", "API"))).isTrue();
            assertThat(silenced(order, Map.of("alertname", "X", "app", "api"))).isTrue();
            assertThat(silenced(order, Map.of("alertname", "X", "service", "unheard-of", "job", "api")))
                    .isTrue();
            assertThat(silenced(order, Map.of("alertname", "X", "job", "API2"))).isFalse();
            assertThat(silenced(order, Map.of("alertname", "X"))).isFalse();
            assertThat(silenced(order, Map.of("alertname", "X", "service", "database", "job", "api")))
                    .isFalse();
        });

        play.send(new Event.LiftSilence(play.system().name(), silence.id()));
        assertThat(play.effects)
                .contains(new Effect.LiftSilenceInEngine(play.system().name(), silence.id(), "API"));
    }

    /// Whether one of the silences covers an alert with these labels, as an Alertmanager would say.
    private static boolean silenced(Effect.SilenceInEngine order, Map<String, String> labels) {
        return order.silences().stream()
                .anyMatch(s -> s.stream().allMatch(m -> {
                    String value = labels.getOrDefault(m.name(), "");
                    return m.equal() == (m.regex() ? value.matches(m.value()) : value.equals(m.value()));
                }));
    }

    @Test
    void everythingIsSilencedThereAsLongAsHereAndEndsThereWhenItIsLifted() {
        Silence silence = silence(Silence.Scope.ALL, "", Duration.ofDays(300));
        assertThat(ordered()).singleElement().satisfies(order -> {
            assertThat(order.until()).isEqualTo(silence.until()).isEqualTo(play.now.plus(Duration.ofDays(30)));
            assertThat(order.silences()).containsExactly(List.of(LabelMatcher.any("alertname")));
            assertThat(order.filtered()).isTrue();
        });
        play.send(new Event.LiftSilence(play.system().name(), silence.id()));
        assertThat(play.effects)
                .contains(new Effect.LiftSilenceInEngine(
                        play.system().name(), silence.id(), play.system().name()));
    }

    @Test
    void whatIsSilencedThereDoesNotCallAndWhatNobodySawStays() {
        told(api(true));
        assertThat(alert()).isNull();
        told(api(false));
        told();
        Alert latched = alert();
        assertThat(latched).isNotNull();
        assertThat(latched.state()).isInstanceOf(Alert.State.Cleared.class);
    }

    @Test
    void aRestartKnowsWhatWasAcknowledgedAndWhatIsOver() {
        told(api(false));
        play.send(new Event.Acknowledge(play.system().name(), "alertmanager:f1"));
        List<Entry> kept = play.effects.stream()
                .filter(Effect.Append.class::isInstance)
                .map(e -> ((Effect.Append) e).entry())
                .toList();
        Play again = play();
        again.now = play.now.plusSeconds(60);
        again.send(new Event.LogOpened(kept));
        int before = again.effects.size();
        again.send(new Event.EngineAlertsRead(again.system().name(), List.of(api(false))));
        assertThat(again.system().alerts().getLast().state()).isInstanceOf(Alert.State.Acknowledged.class);
        assertThat(again.effects).hasSize(before);

        Play later = play();
        later.now = play.now.plusSeconds(60);
        later.send(new Event.LogOpened(kept));
        later.send(new Event.EngineAlertsRead(later.system().name(), List.of()));
        assertThat(later.effects)
                .anyMatch(e -> e instanceof Effect.Append(Entry entry)
                        && entry.detail() instanceof Detail.AlertCleared c
                        && c.alert().equals("alertmanager:f1"));
    }

    @Test
    void theWebhookIsCalledOncePerFiringThatNobodyAcknowledges() {
        told(api(false));
        play.after(60);
        assertThat(calls()).isEmpty();
        play.after(60);
        play.after(300);
        assertThat(calls()).singleElement().satisfies(c -> {
            assertThat(c.call().text()).contains("HighLatency · API", "for 7 min", "not acknowledged");
            assertThat(c.call().level()).isEqualTo(1);
        });
        assertThat(entries())
                .filteredOn(Detail.AlertCalledOut.class::isInstance)
                .hasSize(1);

        told();
        told(api(false));
        play.send(new Event.Acknowledge(play.system().name(), "alertmanager:f1"));
        play.after(600);
        assertThat(calls()).hasSize(1);
    }

    @Test
    void manyAlertsAreOneCallAndWhatFollowsIsGathered() {
        told(alerts(1, 5));
        play.after(120);
        assertThat(calls()).singleElement().satisfies(c -> {
            assertThat(c.call().alert()).isEqualTo("5 alerts");
            assertThat(c.call().text())
                    .startsWith(play.system().name() + ": 5 alerts (P1) that nobody has acknowledged: Trouble 1")
                    .endsWith(" and 2 more.");
        });
        assertThat(entries())
                .filteredOn(Detail.AlertCalledOut.class::isInstance)
                .hasSize(5);

        told(alerts(1, 6));
        play.after(5);
        told(alerts(1, 8));
        for (int second = 0; second < 160; second++) {
            play.after(1);
        }
        // The sixth goes alone when its time has come, the two after it wait for one another.
        assertThat(entries())
                .filteredOn(Detail.AlertCalledOut.class::isInstance)
                .hasSize(8);
        assertThat(calls()).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void aCallSaysWhatWasSeenWhyAndWhereToBegin() {
        for (int i = 0; i < 30; i++) {
            play.bad("API", "connection refused").bad("Database", "no connection in 5 s");
            play.after(10);
        }
        assertThat(calls())
                .filteredOn(c -> c.call().alert().equals("API down"))
                .singleElement()
                .satisfies(c -> assertThat(c.call().text())
                        .endsWith(": API down (P1) for 4 min (since 03:00 UTC), not acknowledged: connection refused,"
                                + " because of Database. Playbook: API does not answer."));
    }

    private static EngineAlert[] alerts(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> new EngineAlert(
                        "t" + i,
                        Map.of("alertname", "Trouble " + i, "severity", "critical"),
                        Map.of("summary", "it burns"),
                        Play.T0.minusSeconds(i),
                        false))
                .toArray(EngineAlert[]::new);
    }

    private List<Effect.PostCall> calls() {
        return play.effects.stream()
                .filter(Effect.PostCall.class::isInstance)
                .map(Effect.PostCall.class::cast)
                .toList();
    }

    @Test
    void aPlaybookIsFoundByNameToo() {
        EnginePlaybooks playbooks = new EnginePlaybooks(play.system().runbook());
        EngineAlert named =
                new EngineAlert("x", Map.of("alertname", "ApiDoesNotAnswer"), Map.of(), Instant.EPOCH, false);
        assertThat(playbooks.of(named)).isNotNull();
        EngineAlert other = new EngineAlert("x", Map.of("alertname", "WatchdogFiring"), Map.of(), Instant.EPOCH, false);
        assertThat(playbooks.of(other)).isNull();
    }
}
