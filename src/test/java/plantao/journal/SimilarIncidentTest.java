package plantao.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantao.runbook.Phase;
import plantao.runbook.Risk;

/// Which earlier incidents are like this one, why, and what worked.
class SimilarIncidentTest {
    private final Told told = new Told();

    private void incident(
            int number, int hour, @Nullable String alert, @Nullable String playbook, List<String> services) {
        Instant began = Told.START.plus(Duration.ofHours(hour));
        told.at(Duration.ofHours(hour))
                .say(new Detail.IncidentDeclared(
                        Told.id(number), number, "Incident " + number, 2, began, alert, playbook, services));
    }

    private void over(int number) {
        told.say(new Detail.IncidentResolved(Told.id(number)), new Detail.IncidentClosed(Told.id(number), "text"));
    }

    private static Detail step(String title, Phase phase, Risk risk, int exit) {
        return new Detail.StepRan(
                new UUID(1, 1), 1, title, phase, "run " + title, risk, "exited", exit, null, 10, "", false);
    }

    private List<SimilarIncident> seen() {
        Journal journal = told.journal();
        return SimilarIncident.of(
                journal.incidents(),
                SimilarIncident.Subject.of(journal.incidents().getLast()));
    }

    @Test
    void theMostAlikeComesFirstAndSaysWhy() {
        incident(1, 0, null, null, List.of("web"));
        over(1);
        incident(2, 24, "down", "4.1 Site down", List.of("web", "db"));
        told.say(new Detail.AlertFired("down", "Site down alert", 1, "x", null, Told.START, 3));
        over(2);
        incident(3, 48, "other", "9.9 Other", List.of("mail"));
        over(3);
        incident(4, 72, "down", "5.1 site  DOWN", List.of("web"));
        assertThat(seen()).extracting(s -> s.incident().number()).containsExactly(2, 1);
        assertThat(seen().getFirst().why())
                .containsExactly(
                        new SimilarIncident.Why(SimilarIncident.Kind.ALERT, "Site down alert"),
                        new SimilarIncident.Why(SimilarIncident.Kind.PLAYBOOK, "4.1 Site down"),
                        new SimilarIncident.Why(SimilarIncident.Kind.SERVICE, "web"));
    }

    @Test
    void whatWorkedIsTheLastThingDoneBeforeItWasBetter() {
        incident(1, 0, "down", null, List.of("web"));
        told.say(
                step("look", Phase.DIAGNOSIS, Risk.SAFE, 0),
                step("clear the cache", Phase.MITIGATION, Risk.MUTATING, 0),
                step("restart", Phase.RESOLUTION, Risk.DISRUPTIVE, 1),
                step("roll back", Phase.RESOLUTION, Risk.DISRUPTIVE, 0),
                step("list", Phase.RESOLUTION, Risk.SAFE, 0),
                new Detail.CauseMarked(new UUID(1, 1), "Bad deploy", "suspected"),
                new Detail.CauseMarked(new UUID(1, 1), "Full disk", "ruled-out"),
                new Detail.CauseMarked(new UUID(1, 1), "Bad release", "confirmed"),
                new Detail.AlertCleared("down", "Site down", 1000),
                step("tidy up", Phase.RESOLUTION, Risk.MUTATING, 0));
        over(1);
        incident(2, 24, "down", null, List.of());
        SimilarIncident seen = seen().getFirst();
        assertThat(seen.worked()).isNotNull();
        assertThat(seen.worked().step()).isEqualTo("roll back");
        assertThat(seen.worked().command()).isEqualTo("run roll back");
        assertThat(seen.causes()).containsExactly("Bad release");
    }

    @Test
    void whatGoesOnOrCameLaterOrBelongsToAnotherSystemIsNotItsPast() {
        incident(1, 0, "down", null, List.of("web"));
        over(1);
        Incident first = told.journal().incidents().getFirst();
        incident(2, 24, "down", null, List.of("web"));
        told.on("bakery");
        incident(3, 30, "down", null, List.of("web"));
        Journal journal = told.journal();
        assertThat(SimilarIncident.of(journal.incidents(), SimilarIncident.Subject.of(first)))
                .isEmpty();
        assertThat(seen()).isEmpty();
        assertThat(SimilarIncident.of(
                        journal.incidents(),
                        SimilarIncident.Subject.of(journal.incidents().get(1))))
                .singleElement()
                .satisfies(s -> assertThat(s.worked()).isNull());
    }

    @Test
    void aPlaybookAloneFindsWhereItWasWalked() {
        incident(1, 0, null, null, List.of());
        told.say(new Detail.RunStarted(new UUID(1, 1), "4.2 Queue stuck", 7, "hash", "production"));
        over(1);
        assertThat(SimilarIncident.of(
                        told.journal().incidents(),
                        SimilarIncident.Subject.of("shop", "Queue stuck", Told.START.plus(Duration.ofDays(9)))))
                .hasSize(1);
    }
}
