package plantao.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static plantao.playbook.StepState.Status.DONE;
import static plantao.playbook.StepState.Status.FAILED;
import static plantao.playbook.StepState.Status.RUNNING;
import static plantao.playbook.StepState.Status.SKIPPED;
import static plantao.playbook.StepState.Status.TODO;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plantao.runbook.Origin;
import plantao.runbook.Phase;
import plantao.runbook.Step;
import plantao.values.Place;
import plantao.values.Target;

final class RunTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Origin HERE = new Origin("r.md", 1);
    private static final StepResult GOOD = new StepResult.Exited(0, Duration.ofSeconds(1));
    private static final StepResult BAD = new StepResult.Exited(1, Duration.ofSeconds(1));

    private static final Target PRODUCTION = new Target(
            "production",
            "Production",
            Target.Kind.PRODUCTION,
            Map.of(),
            Map.of(),
            new Place("local shell", Path.of("/"), true, Map.of(), null));

    private static Run begin(int steps) {
        List<Step> all = IntStream.range(0, steps)
                .mapToObj(i -> new Step(
                        null,
                        Phase.DIAGNOSIS,
                        "step " + i,
                        null,
                        true,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        HERE))
                .toList();
        return Run.begin(UUID.randomUUID(), "p", HERE, "hash", PRODUCTION, null, null, List.of(), List.of(), all, NOW);
    }

    private static List<StepState.Status> statuses(Run run) {
        return run.states().stream().map(StepState::status).toList();
    }

    @Test
    void beginsAtTheFirstStepWithNothingDone() {
        Run run = begin(2);
        assertThat(run.open()).isTrue();
        assertThat(run.current()).isZero();
        assertThat(run.running()).isEqualTo(-1);
        assertThat(run.settled()).isZero();
        assertThat(statuses(run)).containsOnly(TODO);
    }

    @Test
    void aGoodEndMovesOnToTheNextStepToDo() {
        Run run = begin(4).skipped(1, "not here", NOW).at(0).started(0, NOW);
        assertThat(run.running()).isZero();

        run = run.finished(0, GOOD, "fine", NOW.plusSeconds(1));
        assertThat(statuses(run)).containsExactly(DONE, SKIPPED, TODO, TODO);
        assertThat(run.current()).isEqualTo(2);
        assertThat(run.settled()).isEqualTo(2);
        assertThat(run.states().getFirst().excerpt()).isEqualTo("fine");
        assertThat(run.states().get(1).reason()).isEqualTo("not here");
    }

    @Test
    void aBadEndStaysAndCanBeTriedAgainOrDoneByHand() {
        for (StepResult result : List.of(
                BAD,
                new StepResult.TimedOut(Duration.ofSeconds(9)),
                new StepResult.Cancelled(Duration.ZERO),
                new StepResult.NotStarted("no bash"))) {
            Run failed = begin(2).started(0, NOW).finished(0, result, "what it said", NOW);
            assertThat(statuses(failed)).containsExactly(FAILED, TODO);
            assertThat(failed.current()).isZero();

            assertThat(statuses(failed.started(0, NOW))).containsExactly(RUNNING, TODO);
            Run done = failed.done(0, NOW.plusSeconds(5));
            assertThat(done.states().getFirst())
                    .isEqualTo(new StepState(DONE, NOW.plusSeconds(5), result, null, "what it said"));
            assertThat(done.current()).isEqualTo(1);
        }
    }

    @Test
    void anEndElsewhereDoesNotMoveTheEyeAway() {
        Run run = begin(3).started(0, NOW).at(2).finished(0, GOOD, "", NOW);
        assertThat(run.current()).isEqualTo(2);
    }

    @Test
    void staysAtTheLastStepWhenAllIsDone() {
        Run run = begin(2).done(0, NOW).done(1, NOW);
        assertThat(run.current()).isEqualTo(1);
        assertThat(run.settled()).isEqualTo(2);
        assertThat(run.open()).isTrue();
        assertThat(run.end(NOW).open()).isFalse();
    }

    @Test
    void askingEndsWhenTheStepStartsOrTheRunEnds() {
        Run asking = begin(2).withAsking(1);
        assertThat(asking.asking()).isEqualTo(1);
        assertThat(asking.withAsking(null).asking()).isNull();
        assertThat(asking.started(1, NOW).asking()).isNull();
        assertThat(asking.end(NOW).asking()).isNull();
    }

    @Test
    void keepsGivenValuesUntilTheyAreTakenBack() {
        Run run = begin(1).given("id", "7").given("x", "y").given("x", "");
        assertThat(run.given()).containsOnlyKeys("id");
    }

    @Test
    void marksSymptomsAndCausesAndTakesThemBack() {
        Run run = begin(1).symptom(2, true).cause(0, Run.Verdict.RULED_OUT).cause(1, Run.Verdict.CONFIRMED);
        assertThat(run.seen()).containsExactly(2);
        assertThat(run.cause(0, null).verdicts()).containsOnlyKeys(1);
        assertThat(run.symptom(2, false).seen()).isEmpty();
    }

    @Test
    void neverLooksOutsideItsSteps() {
        assertThat(begin(2).at(9).current()).isEqualTo(1);
        assertThat(begin(2).at(-3).current()).isZero();
        assertThat(begin(0).at(1).current()).isZero();
    }
}
