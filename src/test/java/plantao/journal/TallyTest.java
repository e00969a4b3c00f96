package plantao.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plantao.runbook.Phase;

class TallyTest {
    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");

    private final List<Entry> entries = new ArrayList<>();

    private void at(int seconds, Detail detail) {
        entries.add(new Entry(UUID.randomUUID(), START.plusSeconds(seconds), "Ana", "desk", "shop", "subject", detail));
    }

    private Tally tally() {
        return Tally.of(entries, START, START.plus(Duration.ofHours(10)));
    }

    private void incident(int from, int number, int severity, int mitigated, int resolved) {
        UUID id = UUID.randomUUID();
        at(from + 10, new Detail.AlertFired("a", "A", 1, "x > 1", "2", START.plusSeconds(from), 3));
        at(from + 40, new Detail.AlertAcknowledged("a", "A", 30_000));
        at(
                from + 60,
                new Detail.IncidentDeclared(
                        id, number, "Down", severity, START.plusSeconds(from), "a", null, List.of("api")));
        at(from + 5, new Detail.ServiceDown("api", "503", START.plusSeconds(from)));
        at(from + mitigated, new Detail.ServiceUp("api", "200", 1000));
        at(from + resolved, new Detail.IncidentResolved(id));
        at(from + resolved + 50, new Detail.AlertCleared("a", "A", 1000));
        at(from + resolved + 80, new Detail.ServiceDown("api", "503", START.plusSeconds(from + resolved + 80)));
        at(from + resolved + 100, new Detail.ServiceUp("api", "200", 1000));
        at(from + resolved + 200, new Detail.IncidentClosed(id, ""));
    }

    @Test
    void anIncidentCountsWithTheSeverityItWasLastGradedWith() {
        UUID id = UUID.randomUUID();
        at(0, new Detail.IncidentDeclared(id, 1, "Down", 3, START, null, null, List.of("api")));
        at(60, new Detail.IncidentGraded(id, 1, 3));
        at(90, new Detail.IncidentResolved(id));
        assertThat(tally().bySeverity()).extracting(Tally.Group::name).containsExactly("SEV 1");
    }

    @Test
    void timesAreMediansFromTheFiringToTheAcknowledgementAndElseFromTheBeginningOfTheTrouble() {
        incident(0, 1, 1, 300, 600);
        incident(4000, 2, 1, 500, 900);
        incident(8000, 3, 2, 700, 800);
        assertThat(tally().bySeverity())
                .containsExactly(
                        new Tally.Group(
                                "SEV 1", 2, Duration.ofSeconds(30), Duration.ofSeconds(400), Duration.ofSeconds(750)),
                        new Tally.Group(
                                "SEV 2", 1, Duration.ofSeconds(30), Duration.ofSeconds(700), Duration.ofSeconds(800)));
        assertThat(tally().byService()).extracting(Tally.Group::name).containsExactly("api");
        assertThat(tally().byWeek(ZoneOffset.UTC)).extracting(Tally.Group::name).containsExactly("2026-W10");
        assertThat(tally().byWeekAndSeverity(ZoneOffset.UTC))
                .extracting(Tally.Group::name)
                .allMatch(n -> n.startsWith("2026-W10 · SEV "));
        assertThat(tally().byWeekAndService(ZoneOffset.UTC))
                .extracting(Tally.Group::name)
                .containsExactly("2026-W10 · api");
        assertThat(tally().load().offenders()).singleElement().matches(o -> o.times() == 3);
        assertThat(tally().alerts()).containsExactly(new Tally.Count("shop", "A", 3, 0));
    }

    @Test
    void anIncidentThatGoesOnHasNoEndAndWithoutAnAlertThereIsNothingToAcknowledge() {
        at(60, new Detail.IncidentDeclared(UUID.randomUUID(), 1, "Down", 3, START, null, null, List.of()));
        assertThat(tally().bySeverity()).containsExactly(new Tally.Group("SEV 3", 1, null, null, null));
    }

    @Test
    void itemsAndStepsAreCountedByWhatBecameOfThem() {
        UUID id = UUID.randomUUID();
        at(1, new Detail.ItemTicked(id, "Daily", "a", 1, null));
        at(2, new Detail.ItemSkipped(id, "Daily", "b", 2, "why"));
        at(2, new Detail.ItemTicked(id, "Daily", "c", 3, null));
        at(3, new Detail.ItemUnticked(id, "Daily", "c", 3));
        at(3, new Detail.ItemUnticked(id, "Daily", "d", 4));
        at(3, new Detail.StepDone(id, 0, "Look", Phase.DIAGNOSIS));
        at(4, new Detail.StepDone(id, 0, "Look", Phase.DIAGNOSIS));
        at(5, new Detail.StepSkipped(id, 1, "Restart", Phase.MITIGATION, "why"));
        assertThat(tally().items()).containsExactly(new Tally.Count("shop", "Daily", 1, 1));
        assertThat(tally().steps())
                .containsExactly(new Tally.Count("shop", "Look", 2, 0), new Tally.Count("shop", "Restart", 0, 1));
    }
}
