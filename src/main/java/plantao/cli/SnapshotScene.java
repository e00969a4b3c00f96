package plantao.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.PracticeBoard;
import plantao.playbook.Run;
import plantao.playbook.StepState;
import plantao.runbook.PlaybookLink;

/// Brings the practice stack into the middle of an incident, for pictures: the first scenario's fault, its alert
/// acknowledged, an incident declared, the playbook's first command run.
final class SnapshotScene {
    private final Session session;

    SnapshotScene(Session session) {
        this.session = session;
    }

    Board trouble(String id) {
        Board board = session.board().get();
        String system = board.practice().system();
        session.send().accept(new Event.StartShift(system, board.operator()));
        PracticeBoard.Scenario scenario = board.practice().scenarios().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow();
        session.send().accept(new Event.BeginScenario(id));
        if (scenario.alert() == null) {
            session.await(
                    30,
                    () -> Boolean.FALSE.equals(session.board().get().practice().mended()));
            told(system, scenario);
        } else {
            session.await(180, () -> firing(system).isPresent());
            firing(system).ifPresent(alert -> respond(system, alert));
        }
        return session.board().get();
    }

    /// No alert tells of it: somebody called.
    private void told(String system, PracticeBoard.Scenario scenario) {
        session.send().accept(new Event.DeclareIncident(system, null, scenario.playbook()));
        session.board().get().system(system).stream()
                .flatMap(s -> s.runbook().playbooks().stream())
                .filter(p -> p.title().equals(scenario.playbook()))
                .findFirst()
                .ifPresent(p -> walk(system, p.title(), p.origin().line(), null));
    }

    private void respond(String system, Alert alert) {
        session.send().accept(new Event.Acknowledge(system, alert.rule().id()));
        session.send().accept(new Event.DeclareIncident(system, alert.rule().id(), null));
        PlaybookLink link = alert.rule().source().playbook();
        if (link == null) {
            return;
        }
        walk(system, link.title(), link.origin().line(), alert.rule().id());
    }

    /// Its first command is run.
    private void walk(String system, String title, int line, @Nullable String alert) {
        session.send().accept(new Event.OpenRun(system, title, line, alert));
        session.await(5, () -> run(system).isPresent());
        run(system).ifPresent(run -> {
            session.send().accept(new Event.RunStep(run.id(), 0, false));
            session.await(
                    30,
                    () -> run(system)
                            .map(r -> r.states().getFirst().status())
                            .filter(s -> s == StepState.Status.DONE || s == StepState.Status.FAILED)
                            .isPresent());
        });
    }

    private Optional<Alert> firing(String system) {
        return session.board().get().system(system).stream()
                .flatMap(s -> s.activeAlerts().stream())
                .filter(a -> a.state() instanceof Alert.State.Firing)
                .findFirst();
    }

    private Optional<Run> run(String system) {
        return session.board()
                .get()
                .system(system)
                .flatMap(s -> s.runs().stream().findFirst());
    }
}
