package plantao.ui.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.runbook.Phase;
import plantao.runbook.Risk;

class ScenarioProgressTest {
    private static final Instant BEGAN = Instant.parse("2026-11-22T06:00:00Z");
    private static final UUID ID = new UUID(1, 1);
    private final List<Entry> log = new ArrayList<>();

    @Test
    void atFirstTheAlertIsWaitedFor() {
        assertThat(fold(false).next()).contains(ScenarioProgress.Stage.FIRED);
    }

    @Test
    void theStagesFollowTheLog() {
        at(20, new Detail.AlertFired("a", "API down", 1, "no answer", null, BEGAN, 1));
        at(35, new Detail.AlertAcknowledged("a", "API down", 15_000));
        at(40, new Detail.RunStarted(ID, "API", 1, "x", "practice"));

        ScenarioProgress progress = fold(true);

        assertThat(progress.next()).contains(ScenarioProgress.Stage.DECLARED);
        assertThat(progress.after(ScenarioProgress.Stage.ACKNOWLEDGED)).contains(Duration.ofSeconds(35));
        assertThat(progress.after(ScenarioProgress.Stage.MITIGATED)).isEmpty();
    }

    @Test
    void itIsMitigatedOnceNothingFiresAnyMore() {
        at(20, new Detail.AlertFired("a", "API down", 1, "no answer", null, BEGAN, 1));
        at(90, new Detail.AlertCleared("a", "API down", 70_000));

        assertThat(fold(true).after(ScenarioProgress.Stage.MITIGATED)).isEmpty();
        assertThat(fold(false).after(ScenarioProgress.Stage.MITIGATED)).contains(Duration.ofSeconds(90));
    }

    @Test
    void stepsAreCountedByWhatWasDoneWithThem() {
        at(30, ran(Risk.SAFE));
        at(40, ran(Risk.DESTRUCTIVE));
        at(50, new Detail.StepDone(ID, 2, "Call", Phase.OTHER));
        at(60, new Detail.StepSkipped(ID, 3, "Wait", Phase.OTHER, "not needed"));

        ScenarioProgress progress = fold(false);

        assertThat(progress.steps().run()).isEqualTo(3);
        assertThat(progress.steps().skipped()).isEqualTo(1);
        assertThat(progress.steps().destroying()).isEqualTo(1);
    }

    @Test
    void whereNoAlertTellsOfItTheProofDoes() {
        at(30, new Detail.ScenarioMended("jwt-key"));

        ScenarioProgress progress = ScenarioProgress.fold(BEGAN, log, false, false, BEGAN.plusSeconds(60));

        assertThat(progress.next()).contains(ScenarioProgress.Stage.DECLARED);
        assertThat(progress.after(ScenarioProgress.Stage.MITIGATED)).contains(Duration.ofSeconds(30));
    }

    @Test
    void timeWithoutAServiceIsHarm() {
        at(10, new Detail.ServiceDown("API", "refused", BEGAN));
        at(15, new Detail.ServiceDown("Worker", "refused", BEGAN));
        at(20, new Detail.ServiceUp("API", "200", 10_000));
        at(30, new Detail.ServiceUp("Worker", "up", 15_000));
        at(50, new Detail.ServiceDown("API", "refused", BEGAN));

        assertThat(fold(false).down()).isEqualTo(Duration.ofSeconds(20 + 50));
    }

    @Test
    void whatWasEndedKeepsItsScore() {
        at(0, new Detail.ScenarioBegun("crash", "The API crashes"));
        at(20, new Detail.AlertFired("a", "API down", 1, "no answer", null, BEGAN, 1));
        at(80, new Detail.AlertCleared("a", "API down", 60_000));
        at(90, new Detail.ScenarioEnded("crash"));
        at(95, new Detail.ScenarioBegun("crash", "The API crashes"));

        assertThat(PastAttempt.all(log)).singleElement().satisfies(a -> {
            assertThat(a.title()).isEqualTo("The API crashes");
            assertThat(a.progress().after(ScenarioProgress.Stage.MITIGATED)).contains(Duration.ofSeconds(80));
            assertThat(a.progress().after(ScenarioProgress.Stage.ACKNOWLEDGED)).isEmpty();
        });
    }

    private ScenarioProgress fold(boolean firing) {
        return ScenarioProgress.fold(BEGAN, log, firing, true, BEGAN.plusSeconds(100));
    }

    private static Detail ran(Risk risk) {
        return new Detail.StepRan(ID, 0, "Look", Phase.DIAGNOSIS, "true", risk, "exited", 0, null, 10, "", false);
    }

    private void at(int seconds, Detail detail) {
        log.add(new Entry(new UUID(2, seconds), BEGAN.plusSeconds(seconds), "Ana", "desk", "Shop", "", detail));
    }
}
