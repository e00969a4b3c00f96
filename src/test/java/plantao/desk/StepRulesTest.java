package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plantao.playbook.Run;
import plantao.playbook.StepResult;
import plantao.runbook.Problem;
import plantao.runbook.Runbook;
import plantao.runbook.read.RunbookReader;
import plantao.values.Place;
import plantao.values.Target;

/// What the desk itself insists on before a step runs, whoever asks it to.
class StepRulesTest {
    private static final String TEXT = """
            # Shop

            ## Playbooks

            ### SEV1: The database is broken

            **Solution**

            1. Look at it

            ```bash
            pg_dump --schema-only shop
            ```

            2. Make it anew

            ```bash
            dropdb shop
            ```

            3. Open it

            ```bash
            psql -h {host} -U shop
            SELECT count(*) FROM orders_{host};
            ```
            """;

    private final Play play = new Play();

    private SystemBoard open(String yaml, Target.Kind kind) {
        Runbook runbook =
                RunbookReader.read("shop", Map.of("runbook.md", TEXT, "console.yaml", "system: Shop\n" + yaml));
        assertThat(runbook.problems()).noneMatch(p -> p.severity() == Problem.Severity.ERROR);
        Place place = new Place("here", Path.of("."), true, Map.of(), null);
        Target target = new Target("one", "One", kind, Map.of(), Map.of(), place);
        play.send(new Event.Opened(SystemBoardFactory.open(runbook, List.of(target), 1, Trust.FULL, Instant.EPOCH)));
        var playbook = runbook.playbooks().getFirst();
        play.send(new Event.OpenRun("Shop", playbook.title(), playbook.origin().line(), null));
        return play.board.system("Shop").orElseThrow();
    }

    private Run run() {
        return play.board.system("Shop").orElseThrow().runs().getLast();
    }

    private boolean started() {
        return play.effects.stream().anyMatch(Effect.StartStep.class::isInstance);
    }

    @Test
    void whatDestroysInProductionRunsOnlyWithTheSystemsName() {
        open("", Target.Kind.PRODUCTION);
        for (Event.RunStep wrong : List.of(
                new Event.RunStep(run().id(), 1, false),
                new Event.RunStep(run().id(), 1, true),
                new Event.RunStep(run().id(), 1, true, true, "shop"),
                new Event.RunStep(run().id(), 1, false, false, "Shop"))) {
            play.send(wrong);
            assertThat(started()).isFalse();
            assertThat(run().asking()).isEqualTo(1);
        }
        play.send(new Event.RunStep(run().id(), 1, true, false, "Shop"));
        assertThat(started()).isTrue();
    }

    @Test
    void aSessionIsOpenedWithoutItsLinesWhichAreOfferedFilledIn() {
        open("", Target.Kind.LOCAL);
        play.send(new Event.GiveValue(run().id(), "host", "db1"));
        assertThat(SessionSteps.lines(run(), run().steps().get(2))).containsExactly("SELECT count(*) FROM orders_db1;");

        play.send(new Event.RunStep(run().id(), 2, true, true));
        Effect.StartStep session = (Effect.StartStep) play.effects.getLast();
        assertThat(session.order().handling().terminal()).isTrue();
        assertThat(session.order().script()).doesNotContain("SELECT");
    }

    @Test
    void withNobodyToTypeTheLinesOfASessionAreRun() {
        open("", Target.Kind.LOCAL);
        play.send(new Event.GiveValue(run().id(), "host", "db1")).send(new Event.RunStep(run().id(), 2, true));
        Effect.StartStep session = (Effect.StartStep) play.effects.getLast();
        assertThat(session.order().handling().terminal()).isFalse();
        assertThat(session.order().script()).contains("SELECT");
    }

    @Test
    void howLongAStepMayTakeIsTheOwnersToSay() {
        SystemBoard standard = open("", Target.Kind.LOCAL);
        assertThat(limits(standard)).containsExactly(Duration.ofMinutes(30), Duration.ofMinutes(30), Duration.ZERO);

        SystemBoard own = open(
                "timeouts: {reading: 90s, changing: 1h, pg_dump: 3h, dropdb: none, psql: 10m}\n", Target.Kind.LOCAL);
        assertThat(limits(own)).containsExactly(Duration.ofHours(3), Duration.ZERO, Duration.ofMinutes(10));
        play.send(new Event.RunStep(run().id(), 0, true));
        assertThat(((Effect.StartStep) play.effects.getLast()).order().timeout())
                .isEqualTo(Duration.ofHours(3));
    }

    private static List<Duration> limits(SystemBoard system) {
        return system.runbook().playbooks().getFirst().steps().stream()
                .map(s -> Previews.limit(system, s))
                .toList();
    }

    @Test
    void whatAFailedStepHasLeftRunsAsAStepOfItsOwn() {
        Runbook runbook = RunbookReader.read("shop", Map.of("runbook.md", """
                        # Shop

                        ## Incidents

                        ### The shop is closed

                        **Diagnosis**

                        ```bash
                        # Look at all of it
                        shopctl status
                        shopctl \\
                          list
                        shopctl orders
                        ```
                        """));
        Place place = new Place("here", Path.of("."), true, Map.of(), null);
        Target target = new Target("one", "One", Target.Kind.STAGING, Map.of(), Map.of(), place);
        play.send(new Event.Opened(SystemBoardFactory.open(runbook, List.of(target), 1, Trust.FULL, Instant.EPOCH)));
        String system = play.board.systems().getFirst().name();
        var playbook = runbook.playbooks().getFirst();
        play.send(new Event.OpenRun(system, playbook.title(), playbook.origin().line(), null));
        Run run = play.board.systems().getFirst().runs().getLast();
        play.send(new Event.RunRest(run.id(), 0));
        assertThat(started()).as("nothing has failed yet").isFalse();

        play.send(new Event.RunStep(run.id(), 0, true));
        play.effects.clear();
        play.send(new Event.StepEnded(
                system, run.id(), 0, new StepResult.Exited(3, Duration.ofSeconds(1), 3), "list failed"));
        play.send(new Event.RunRest(run.id(), 0));
        Run after = play.board.systems().getFirst().runs().getLast();
        assertThat(after.steps()).hasSize(2);
        assertThat(after.steps().getLast().commands()).extracting(c -> c.text()).containsExactly("shopctl orders");
        assertThat(after.running()).isEqualTo(1);
        assertThat(started()).isTrue();

        play.send(new Event.StepEnded(
                system, run.id(), 1, new StepResult.Exited(1, Duration.ofSeconds(1), 1), "orders failed"));
        assertThat(play.board.systems().getFirst().runs().getLast().current())
                .as("the walk is where it was")
                .isZero();
        play.send(new Event.RunRest(run.id(), 1));
        assertThat(play.board.systems().getFirst().runs().getLast().steps())
                .as("nothing is left behind the last command")
                .hasSize(2);
    }
}
