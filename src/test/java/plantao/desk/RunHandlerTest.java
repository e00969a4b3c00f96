package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plantao.journal.Change;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.playbook.Alternatives;
import plantao.playbook.Run;
import plantao.playbook.StepResult;
import plantao.playbook.StepState;
import plantao.runbook.Decision;
import plantao.runbook.Runbook;
import plantao.runbook.read.LoadedRunbook;
import plantao.runbook.read.RunbookFolder;
import plantao.values.Place;
import plantao.values.Target;

/// Choices, references and checklists on the way through the bundled runbook.
class RunHandlerTest {
    private static final Runbook RUNBOOK =
            ((LoadedRunbook.Read) RunbookFolder.load(Path.of("runbooks/ouvify")).getFirst()).runbook();

    private final Play play = new Play();

    private Run open(String title) {
        Target target = new Target(
                "practice",
                "practice",
                Target.Kind.PRACTICE,
                Map.of(),
                Map.of(),
                new Place("local shell", Path.of("."), true, Map.of(), null));
        play.send(new Event.Opened(SystemBoardFactory.open(RUNBOOK, List.of(target), 1, Trust.FULL, Instant.EPOCH)));
        int line = RUNBOOK.procedures().stream()
                .filter(p -> p.title().equals(title))
                .map(p -> p.origin().line())
                .findFirst()
                .orElseGet(() -> RUNBOOK.playbooks().stream()
                        .filter(p -> p.title().equals(title))
                        .findFirst()
                        .orElseThrow()
                        .origin()
                        .line());
        play.send(new Event.OpenRun(RUNBOOK.system(), title, line, null));
        return run();
    }

    private Run run() {
        return play.board.system(RUNBOOK.system()).orElseThrow().runs().getLast();
    }

    private static int step(Run run, String words) {
        for (int i = 0; i < run.steps().size(); i++) {
            if (run.steps().get(i).title().contains(words)) {
                return i;
            }
        }
        throw new AssertionError("no step with " + words);
    }

    @Test
    void oneOfTwoWaysIsTakenAndCanBeChanged() {
        Run run = open("Rollback do backend (Render)");
        Alternatives ways = Alternatives.at(run.steps(), 0).orElseThrow();
        assertThat(ways.ways()).extracting(Alternatives.Way::name).containsExactly("Pelo painel", "Pela CLI");
        assertThat(Alternatives.at(run.steps(), step(run, "Ver até que migration")))
                .as("undoing a migration is no way of rolling back")
                .isEmpty();

        int cli = step(run, "Listar os últimos deploys");
        play.send(new Event.ChooseAlternative(run.id(), cli, "by command line"));
        Run taken = run();
        assertThat(taken.current()).isEqualTo(cli);
        assertThat(taken.states().subList(0, cli)).allMatch(s -> s.status() == StepState.Status.SKIPPED);
        assertThat(taken.states().get(cli).status()).isEqualTo(StepState.Status.TODO);
        assertThat(play.details()).contains(new Detail.WayChosen(run.id(), "Pela CLI", List.of("Pelo painel")));

        play.send(new Event.ChooseAlternative(run.id(), 0, "by the dashboard"));
        Run changed = run();
        assertThat(changed.states().subList(0, cli)).allMatch(s -> s.status() == StepState.Status.TODO);
        assertThat(changed.states().get(cli).reason()).isEqualTo("by the dashboard");
    }

    @Test
    void stoppingWhatAStepLeftRunningIsAnEntryInTheTimeline() {
        Run run = open("Rollback do backend (Render)");
        int cli = step(run, "Listar os últimos deploys");
        play.send(new Event.StopLeft(run.id(), cli, List.of("4711 sleep 307")));

        Entry entry = play.board.journal().entries().getLast();
        assertThat(entry.detail())
                .isEqualTo(new Detail.LeftStopped(
                        run.id(), cli, run.steps().get(cli).title(), List.of("4711 sleep 307")));
        assertThat(entry.operator()).isEqualTo(play.board.operator());
        assertThat(play.effects).contains(new Effect.StopLeft(run.id(), cli));

        play.send(new Event.EndRun(run.id()));
        play.send(new Event.StopLeft(run.id(), cli, List.of("4712")));
        assertThat(play.details()).last().isInstanceOf(Detail.LeftStopped.class);
    }

    @Test
    void whatIsNoWayIsNoChoice() {
        assertThat(Alternatives.all(open("Deploy manual").steps()))
                .as("backend and frontend are parts, not ways")
                .isEmpty();
    }

    @Test
    void aDeployBeginsAndEndsWithItsChecklists() {
        Run run = open("Deploy manual");
        assertThat(run.steps().getFirst().option()).isEqualTo("Checklist pré-deploy");
        assertThat(run.steps().getLast().option()).isEqualTo("Checklist pós-deploy");
        assertThat(run.steps()).hasSize(8 + 10 + 7);
        assertThat(open("Backups manuais").steps())
                .extracting(s -> String.valueOf(s.option()))
                .doesNotContain("Checklist pré-deploy");
    }

    @Test
    void aProcedureInWhichSomethingWasDoneIsAChange() {
        Run deploy = open("Deploy manual");
        assertThat(Change.of(play.board.journal().entries()))
                .as("looking is no change")
                .isEmpty();
        play.send(new Event.MarkDone(deploy.id(), 0));
        play.send(new Event.SkipStep(deploy.id(), 1, "one-line change"));
        assertThat(Change.of(play.board.journal().entries())).singleElement().satisfies(c -> {
            assertThat(c.kind()).isEqualTo("deploy");
            assertThat(c.title()).isEqualTo("Deploy manual");
            assertThat(c.byHand()).isEqualTo(1);
            assertThat(c.left()).isEqualTo(1);
            assertThat(c.ended()).isNull();
        });
        play.send(new Event.EndRun(deploy.id()));
        assertThat(Change.of(play.board.journal().entries()).getFirst().ended()).isNotNull();
        Run playbook = open("API não responde (502/503/504)");
        play.send(new Event.MarkDone(playbook.id(), 0));
        assertThat(Change.of(play.board.journal().entries()))
                .as("a playbook is no change")
                .hasSize(1);
    }

    @Test
    void aStepLeadsToTheSectionsItNames() {
        Run run = open("API não responde (502/503/504)");
        List<RunReferences.Reference> named =
                RunReferences.in(RUNBOOK, run.steps().get(step(run, "voltar à versão anterior")), run.origin());
        assertThat(named).extracting(RunReferences.Reference::number).containsExactly("6", "6.3");
        assertThat(named.getFirst().goals())
                .extracting(RunReferences.Goal::title)
                .containsExactly("Rollback do backend (Render)", "Rollback do frontend (Vercel)");
        assertThat(RunReferences.deciding(RUNBOOK, run))
                .extracting(Decision::title)
                .containsExactly("Quando fazer rollback");
        assertThat(RunReferences.deciding(RUNBOOK, open("Rollback do frontend (Vercel)")))
                .hasSize(1);
        assertThat(RunReferences.deciding(RUNBOOK, open("Email não chega"))).isEmpty();

        Run restore = open("Restaurar backup");
        assertThat(RunReferences.in(RUNBOOK, restore.steps().getFirst(), restore.origin()))
                .singleElement()
                .satisfies(r -> assertThat(r.goals())
                        .extracting(RunReferences.Goal::title)
                        .containsExactly("Backups manuais"));
    }

    @Test
    void whatTheProseWarnsOfStandsWithItsStep() {
        Run queue = open("Tarefas do Celery acumulando");
        assertThat(queue.steps().get(step(queue, "Esvaziar a fila")).notes())
                .anyMatch(n -> n.contains("descarta TODA tarefa"));
        Run api = open("API não responde (502/503/504)");
        assertThat(api.steps().get(step(api, "voltar à versão anterior")).notes())
                .anyMatch(n -> n.contains("veja na seção 6.3"));
    }

    @Test
    void anIncidentThatNoAlertSawIsCalledAfterThePlaybookBeingWalked() {
        open("Vazamento em multitenancy (Tenant Bleed)");
        play.send(new Event.DeclareIncident(RUNBOOK.system(), null, null));
        assertThat(play.details(Detail.IncidentDeclared.class)).singleElement().satisfies(d -> {
            assertThat(d.title()).isEqualTo("Vazamento em multitenancy (Tenant Bleed)");
            assertThat(d.playbook()).isEqualTo("Vazamento em multitenancy (Tenant Bleed)");
            assertThat(d.severity()).isEqualTo(1);
        });
    }

    @Test
    void allChecksRunAtOneWordAndOnceMoreBehindASolutionToCompare() {
        Run run = open("API não responde (502/503/504)");
        play.send(new Event.RunChecks(run.id(), false));
        assertThat(started()).containsExactly(0);
        ended(run, 0, 7, "HTTP/2 502");
        assertThat(started()).containsExactly(0, 1);
        ended(run, 1, 0, "TimeoutError");
        assertThat(run().round()).isNull();
        assertThat(started()).hasSize(2);

        int solution = step(run, "voltar à versão anterior");
        play.send(new Event.MarkDone(run.id(), solution));
        play.send(new Event.GoToStep(run.id(), solution));
        play.send(new Event.RunChecks(run.id(), true));
        ended(run, 0, 0, "HTTP/2 200");
        ended(run, 1, 0, "TimeoutError");

        assertThat(run().current()).as("back where it was").isEqualTo(solution);
        assertThat(play.details(Detail.Rechecked.class)).singleElement().satisfies(d -> {
            assertThat(d.after()).isEqualTo(run.steps().get(solution).title());
            assertThat(d.before()).containsExactly("exit 7 · HTTP/2 502", "exit 0 · TimeoutError");
            assertThat(d.now()).containsExactly("exit 0 · HTTP/2 200", "exit 0 · TimeoutError");
        });
    }

    private List<Integer> started() {
        return play.effects.stream()
                .filter(Effect.StartStep.class::isInstance)
                .map(e -> ((Effect.StartStep) e).order().step())
                .toList();
    }

    private void ended(Run run, int step, int exit, String printed) {
        play.send(new Event.StepEnded(
                RUNBOOK.system(), run.id(), step, new StepResult.Exited(exit, Duration.ofSeconds(1)), printed));
    }

    @Test
    void theLastBackupIsTheLastProcedureOfThatKindInWhichSomethingWasDone() {
        Run backup = open("Backups manuais");
        assertThat(LastBackup.of(play.board.journal(), RUNBOOK.system())).isEmpty();
        play.after(60).send(new Event.MarkDone(backup.id(), 0));
        Instant made = play.now;
        play.after(60);
        open("API não responde (502/503/504)");
        assertThat(LastBackup.of(play.board.journal(), RUNBOOK.system()))
                .contains(new LastBackup(made, "Backups manuais"));
        Run restore = open("Restaurar backup");
        assertThat(LastBackup.recovers(play.board.system(RUNBOOK.system()).orElseThrow(), restore))
                .isTrue();
    }

    @Test
    void aCommandOfTheOperatorsOwnIsAskedAboutAndTheWalkGoesOnWhereItWas() {
        Run run = open("API não responde (502/503/504)");
        play.send(new Event.GoToStep(run.id(), 1));
        play.send(new Event.TypeStep(run.id(), "  uptime  "));
        int own = run.steps().size();
        assertThat(started()).containsExactly(own);
        ended(run, own, 0, "up 3 days");
        assertThat(run().current()).isEqualTo(1);
        assertThat(run().states().get(own).status()).isEqualTo(StepState.Status.DONE);
        assertThat(play.details(Detail.StepRan.class))
                .singleElement()
                .satisfies(d -> assertThat(d.command()).isEqualTo("uptime"));

        play.send(new Event.TypeStep(run.id(), "rm -r uploads"));
        assertThat(run().asking()).as("it destroys").isEqualTo(own + 1);
        assertThat(started()).hasSize(1);
        play.send(new Event.DeclineStep(run.id()));
        assertThat(run().asking()).isNull();

        play.send(new Event.ReadOnly(true));
        play.send(new Event.TypeStep(run.id(), "uptime"));
        assertThat(run().steps()).hasSize(own + 2);
    }
}
