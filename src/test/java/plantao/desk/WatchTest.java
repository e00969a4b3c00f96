package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plantao.alert.Alert;
import plantao.alert.Health;
import plantao.journal.Detail;
import plantao.journal.Incident;
import plantao.journal.ItemKey;
import plantao.journal.ItemState;
import plantao.playbook.Run;
import plantao.playbook.StepResult;
import plantao.playbook.StepState;

class WatchTest {
    private static final ItemKey READ = new ItemKey("Start of shift", "Read the handoff");

    private final Play play = Play.sketch();

    private Alert alert(String id) {
        return play.system().alerts().stream()
                .filter(a -> a.rule().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private ServiceTile tile(String name) {
        return play.system().services().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Run run() {
        return play.system().runs().getLast();
    }

    /// The API fails for two minutes.
    private void apiDown() {
        play.good("API").good("Database").after(10).bad("API", "502");
        for (int i = 0; i < 12; i++) {
            play.after(10).bad("API", "502");
        }
    }

    @Test
    void aServiceThatStaysDownFiresItsAlertAfterTheHoldTime() {
        play.good("API").after(10).bad("API", "502").after(10).bad("API", "502");
        assertThat(tile("API").health().state()).isEqualTo(Health.State.DOWN);
        assertThat(play.details(Detail.ServiceDown.class)).hasSize(1);
        assertThat(alert("api-down").firing()).isFalse();
        for (int i = 0; i < 10; i++) {
            play.after(10).bad("API", "502");
        }
        assertThat(alert("api-down").firing())
                .as("held since the first bad reading, 110 s ago")
                .isFalse();
        play.after(10);
        assertThat(alert("api-down").firing()).isTrue();
        Detail.AlertFired fired = play.details(Detail.AlertFired.class).getFirst();
        assertThat(fired.since()).isEqualTo(Play.T0.plusSeconds(10));
        assertThat(fired.measured()).isEqualTo("502");
    }

    @Test
    void aSingleBadReadingDoesNotClearNorBeginAnything() {
        play.good("API").after(10).bad("API", "502").after(200);
        assertThat(tile("API").health().state()).isEqualTo(Health.State.UP);
        assertThat(alert("api-down").state()).isEqualTo(new Alert.State.Quiet());
    }

    @Test
    void aMetricOverItsLimitFiresAndClears() {
        play.value("Queue", 1001.0);
        assertThat(alert("queue-1000").firing()).isTrue();
        assertThat(play.details(Detail.AlertFired.class).getFirst().measured()).isEqualTo("1001");
        play.send(new Event.Acknowledge("Sketch", "queue-1000")).after(10).value("Queue", 12.0);
        assertThat(alert("queue-1000").active()).isFalse();
        assertThat(play.details(Detail.AlertCleared.class))
                .containsExactly(new Detail.AlertCleared("queue-1000", "Queue > 1000", 10_000));
    }

    @Test
    void aStaleMetricDecidesNothing() {
        play.value("Queue", 1001.0)
                .send(new Event.Acknowledge("Sketch", "queue-1000"))
                .after(3600);
        assertThat(alert("queue-1000").firing()).isTrue();
        assertThat(play.system().gauges().getFirst().stale(play.now)).isTrue();
    }

    @Test
    void aServiceThatNeedsAnotherThatIsDownIsItsConsequence() {
        play.good("API")
                .good("Database")
                .after(10)
                .bad("Database", "refused")
                .after(10)
                .bad("Database", "refused");
        assertThat(tile("API").cause()).isEqualTo("Database");
        assertThat(tile("Database").cause()).isNull();
        play.after(10).good("Database").after(10).good("Database");
        assertThat(tile("API").cause()).isNull();
        assertThat(play.details(Detail.ServiceUp.class).getFirst().downMillis()).isEqualTo(30_000);
    }

    @Test
    void everyHappeningIsAnEntryThatIsUnsavedUntilTheFileHasIt() {
        apiDown();
        assertThat(play.board.unsaved()).hasSameSizeAs(play.board.journal().entries());
        assertThat(play.effects)
                .filteredOn(Effect.Append.class::isInstance)
                .hasSameSizeAs(play.board.journal().entries());
        play.send(new Event.StoreFailed("disk full"));
        assertThat(play.board.logProblem()).isEqualTo("disk full");
        play.send(new Event.Stored(Set.copyOf(play.board.unsaved())));
        assertThat(play.board.unsaved()).isEmpty();
        assertThat(play.board.logProblem()).isNull();
    }

    @Test
    void anIncidentKnowsItsAlertPlaybookServicesAndWhatCameBefore() {
        apiDown();
        play.send(new Event.Acknowledge("Sketch", "api-down"));
        play.after(5).send(new Event.DeclareIncident("Sketch", "api-down", null));
        Incident incident = play.board.incident().orElseThrow();
        assertThat(incident.title()).isEqualTo("API does not answer");
        assertThat(incident.severity()).isEqualTo(1);
        assertThat(incident.began()).isEqualTo(Play.T0.plusSeconds(10));
        assertThat(incident.services()).containsExactly("API");
        assertThat(incident.timeline())
                .extracting(e -> e.detail().kind())
                .containsExactly("ServiceDown", "AlertFired", "AlertAcknowledged", "IncidentDeclared");
        play.send(new Event.DeclareIncident("Sketch", null, "again"));
        assertThat(play.board.journal().incidents()).hasSize(1);
        play.after(60).send(new Event.CloseIncident(incident.id(), "# text"));
        assertThat(play.board.incident()).isEmpty();
        Incident closed = play.board.journal().incidents().getFirst();
        assertThat(closed.lasted(play.now)).isEqualTo(Duration.ofSeconds(185));
        assertThat(closed.postmortem()).isEqualTo("# text");
    }

    @Test
    void whoDeclaresAnIncidentForAnAlertLooksAfterItAndForNoOther() {
        apiDown();
        play.after(5).send(new Event.DeclareIncident("Sketch", "api-down", null));
        assertThat(alert("api-down").unacknowledged()).isFalse();
        assertThat(play.details(Detail.AlertAcknowledged.class)).hasSize(1);
        assertThat(play.board.incident().orElseThrow().timeline())
                .extracting(e -> e.detail().kind())
                .containsExactly("ServiceDown", "AlertFired", "IncidentDeclared", "AlertAcknowledged");
    }

    @Test
    void anIncidentThatIsForNoAlertAcknowledgesNone() {
        apiDown();
        play.after(5).send(new Event.DeclareIncident("Sketch", null, "Something else"));
        assertThat(alert("api-down").unacknowledged()).isTrue();
    }

    @Test
    void anIncidentBeganWithWhatWentDownShortlyBeforeAndNotWithWhatWasDownForLong() {
        play.bad("Database", "refused").after(10).bad("Database", "refused");
        Instant fell = play.board.system("Sketch").orElseThrow().services().stream()
                .filter(t -> t.name().equals("Database"))
                .map(t -> t.health().since())
                .findFirst()
                .orElseThrow();
        play.after(60).send(new Event.DeclareIncident("Sketch", null, "Orders are lost"));
        assertThat(play.board.incident().orElseThrow().began()).isEqualTo(fell);
        play.send(new Event.CloseIncident(play.board.incident().orElseThrow().id(), ""));
        play.after(3600).send(new Event.DeclareIncident("Sketch", null, "Something else"));
        assertThat(play.board.incident().orElseThrow().began()).isEqualTo(play.now);
    }

    @Test
    void safeStepsRunAtOnceAndTheirResultIsLogged() {
        play.send(new Event.OpenRun("Sketch", "API does not answer", 40, "api-down"));
        play.send(new Event.RunStep(run().id(), 0, false));
        assertThat(run().running()).isZero();
        assertThat(play.effects.getLast()).isInstanceOf(Effect.StartStep.class);
        play.send(new Event.StepEnded(
                "Sketch", run().id(), 0, new StepResult.Exited(0, Duration.ofMillis(70)), "HTTP 200 s3cret"));
        assertThat(run().states().getFirst().status()).isEqualTo(StepState.Status.DONE);
        assertThat(run().current()).isEqualTo(1);
        Detail.StepRan ran = play.details(Detail.StepRan.class).getFirst();
        assertThat(ran.command()).isEqualTo("curl -sf http://api.example/health");
        assertThat(ran.exit()).isZero();
        assertThat(ran.excerpt()).isEqualTo("HTTP 200 ••••");
    }

    @Test
    void aFailedStepStaysCurrent() {
        play.send(new Event.OpenRun("Sketch", "API does not answer", 40, null));
        play.send(new Event.RunStep(run().id(), 0, false));
        play.send(new Event.StepEnded("Sketch", run().id(), 0, new StepResult.Exited(22, Duration.ofMillis(70)), ""));
        assertThat(run().states().getFirst().status()).isEqualTo(StepState.Status.FAILED);
        assertThat(run().current()).isZero();
    }

    @Test
    void aDisruptiveStepWithAllValuesAsksFirst() {
        play.send(new Event.OpenRun("Sketch", "API does not answer", 40, null));
        UUID id = run().id();
        play.send(new Event.RunStep(id, 2, false));
        assertThat(run().asking())
                .as("a value is missing: nothing to confirm yet")
                .isNull();
        assertThat(run().current()).isEqualTo(2);
        play.send(new Event.GiveValue(id, "unit", "api-1")).send(new Event.RunStep(id, 2, false));
        assertThat(run().asking()).isEqualTo(2);
        assertThat(play.effects).noneMatch(Effect.StartStep.class::isInstance);
        play.send(new Event.DeclineStep(id));
        assertThat(run().asking()).isNull();
        play.send(new Event.RunStep(id, 2, true));
        assertThat(play.effects).anyMatch(Effect.StartStep.class::isInstance);
    }

    @Test
    void nothingRunsBeforeItsCommandsAreApproved() {
        SystemBoard untrusted = play.system().withTrust(Approvals.of(Sketch.runbook(), Set.of()));
        play.send(new Event.Opened(untrusted)).send(new Event.OpenRun("Sketch", "API does not answer", 40, null));
        play.send(new Event.RunStep(run().id(), 0, true));
        assertThat(play.effects).noneMatch(Effect.StartStep.class::isInstance);
        assertThat(play.board.notices()).hasSize(1);
        play.send(new Event.ApproveTrust("Sketch")).send(new Event.RunStep(run().id(), 0, false));
        assertThat(play.effects)
                .anyMatch(Effect.Approve.class::isInstance)
                .anyMatch(Effect.StartStep.class::isInstance);
    }

    @Test
    void aShiftRunsFromStartToAcceptedHandoff() {
        play.send(new Event.StartShift("Sketch", "Ana")).after(60);
        play.send(new Event.TickItem("Sketch", READ, "read")).send(new Event.AddNote("Sketch", "quiet so far"));
        assertThat(play.board.shift().orElseThrow().items())
                .singleElement()
                .matches(i -> i.settled() && i.line() == 60 && i.by().equals("Ana"));
        play.send(new Event.UntickItem("Sketch", READ));
        assertThat(play.board.shift().orElseThrow().items()).noneMatch(ItemState::settled);
        play.send(new Event.EndShift("Sketch", "Rui", "# Handoff"));
        assertThat(play.board.shift()).isEmpty();
        UUID handoff =
                play.board.journal().waitingHandoff("Sketch").orElseThrow().id();
        play.after(10).send(new Event.AcceptHandoff(handoff, "Rui"));
        assertThat(play.board.journal().waitingHandoff("Sketch")).isEmpty();
        assertThat(play.board.shift().orElseThrow().operator()).isEqualTo("Rui");
        assertThat(play.board.operator()).isEqualTo("Rui");
    }

    @Test
    void whatWasPutOffStaysOpenUntilItIsDoneInALaterShift() {
        play.send(new Event.DeferItem("Sketch", READ, "not written yet", Play.T0.plusSeconds(600)));
        assertThat(play.board.shift()).as("nothing requires ceremony").isPresent();
        play.send(new Event.EndShift("Sketch", null, "# Handoff")).after(60);
        play.send(new Event.StartShift("Sketch", "Rui"));
        assertThat(play.board.journal().deferred("Sketch"))
                .singleElement()
                .matches(i -> i.key().equals(READ) && "not written yet".equals(i.words()));
        play.send(new Event.TickItem("Sketch", READ, null));
        assertThat(play.board.journal().deferred("Sketch")).isEmpty();
        play.send(new Event.UntickItem("Sketch", READ)).send(new Event.SkipItem("Sketch", READ, "first day"));
        assertThat(play.details(Detail.ItemSkipped.class))
                .extracting(Detail.ItemSkipped::reason)
                .containsExactly("first day");
    }

    @Test
    void anItemTheRunbookDoesNotHaveIsNotTicked() {
        play.send(new Event.TickItem("Sketch", new ItemKey("Start of shift", "Make coffee"), null));
        assertThat(play.board.journal().entries()).isEmpty();
    }

    @Test
    void aHandoffIsAskedAboutBeforeItIsAccepted() {
        play.send(new Event.StartShift("Sketch", "Ana")).send(new Event.EndShift("Sketch", "Rui", "# Handoff"));
        UUID handoff =
                play.board.journal().waitingHandoff("Sketch").orElseThrow().id();
        play.send(new Event.RemarkHandoff(handoff, " Which deploy? ")).send(new Event.RemarkHandoff(handoff, " "));
        assertThat(play.board.journal().waitingHandoff("Sketch").orElseThrow().remarks())
                .singleElement()
                .matches(r -> r.text().equals("Which deploy?"));
    }

    @Test
    void aRunbookReadAnewKeepsWhatGoesOn() {
        apiDown();
        play.send(new Event.OpenRun("Sketch", "API does not answer", 40, "api-down"));
        SystemBoard fresh =
                SystemBoardFactory.open(Sketch.runbook(), play.system().targets(), 1, Trust.FULL, play.now);
        play.send(new Event.Opened(fresh));
        assertThat(alert("api-down").firing()).isTrue();
        assertThat(tile("API").health().state()).isEqualTo(Health.State.DOWN);
        assertThat(play.system().runs()).hasSize(1);
    }

    @Test
    void aFolderIsOpeningUntilAllInItIsRead() {
        play.send(new Event.Opening("/srv/a", true));
        play.send(new Event.Opening("/srv/b", true));
        play.send(new Event.Opening("/srv/a", true));
        assertThat(play.board.opening()).containsExactly("/srv/b", "/srv/a");

        play.send(new Event.Opening("/srv/a", false));
        assertThat(play.board.opening()).containsExactly("/srv/b");
    }
}
