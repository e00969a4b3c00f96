package plantao.ui.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plantao.alert.Alert;
import plantao.desk.Board;
import plantao.desk.PracticeBoard;
import plantao.desk.SystemBoard;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.runbook.Risk;

/// How far the operator has come with a scenario: what the log tells since it began.
///
/// @param began when the fault was brought in
/// @param reached when each stage was reached; stages not yet reached are missing
/// @param steps what was done with the playbook's steps
/// @param down how long some service was down
/// @param alerted whether an alert tells of the trouble; where none does, somebody calls
record ScenarioProgress(Instant began, Map<Stage, Instant> reached, Steps steps, Duration down, boolean alerted) {

    /// What happens in a well-handled incident, in order.
    enum Stage {
        FIRED,
        ACKNOWLEDGED,
        DECLARED,
        OPENED,
        MITIGATED,
        RESOLVED
    }

    /// @param run run or done by hand
    /// @param skipped left out
    /// @param disrupting of those run, how many interrupted something
    /// @param destroying of those run, how many destroyed something
    record Steps(int run, int skipped, int disrupting, int destroying) {}

    /// The progress of the scenario that is on; empty when none is.
    static Optional<ScenarioProgress> of(Board board) {
        PracticeBoard practice = board.practice();
        Instant begun = practice.begun();
        String id = practice.scenario();
        if (id == null || begun == null) {
            return Optional.empty();
        }
        List<Entry> entries = board.journal().entries().stream()
                .filter(e -> e.system().equals(practice.system()) && !e.at().isBefore(begun))
                .toList();
        boolean firing = board.system(practice.system()).map(SystemBoard::alerts).orElse(List.of()).stream()
                .anyMatch(Alert::firing);
        boolean alerted = practice.scenarios().stream().anyMatch(s -> s.id().equals(id) && s.alert() != null);
        return Optional.of(fold(begun, entries, firing, alerted, board.now()));
    }

    static ScenarioProgress fold(Instant began, List<Entry> entries, boolean firing, boolean alerted, Instant until) {
        Map<Stage, Instant> reached = new EnumMap<>(Stage.class);
        Steps steps = new Steps(0, 0, 0, 0);
        Set<String> alerts = new HashSet<>();
        Instant cleared = null;
        Instant mended = null;
        for (Entry entry : entries) {
            steps = counted(steps, entry.detail());
            switch (entry.detail()) {
                case Detail.AlertFired fired -> {
                    reached.putIfAbsent(Stage.FIRED, entry.at());
                    alerts.add(fired.alert());
                }
                case Detail.AlertAcknowledged _ -> reached.putIfAbsent(Stage.ACKNOWLEDGED, entry.at());
                case Detail.IncidentDeclared _ -> reached.putIfAbsent(Stage.DECLARED, entry.at());
                case Detail.RunStarted _ -> reached.putIfAbsent(Stage.OPENED, entry.at());
                case Detail.IncidentResolved _ -> reached.putIfAbsent(Stage.RESOLVED, entry.at());
                case Detail.AlertCleared gone -> {
                    alerts.remove(gone.alert());
                    cleared = entry.at();
                }
                case Detail.ScenarioMended _ -> mended = entry.at();
                default -> {}
            }
        }
        Instant over = alerted ? cleared : mended;
        boolean known = !alerted || !firing && alerts.isEmpty() && reached.containsKey(Stage.FIRED);
        if (over != null && known) {
            reached.put(Stage.MITIGATED, over);
        }
        return new ScenarioProgress(began, Map.copyOf(reached), steps, UserOutage.of(entries, until), alerted);
    }

    private static Steps counted(Steps so, Detail detail) {
        return switch (detail) {
            case Detail.StepRan ran ->
                new Steps(
                        so.run() + 1,
                        so.skipped(),
                        so.disrupting() + (ran.risk() == Risk.DISRUPTIVE ? 1 : 0),
                        so.destroying() + (ran.risk() == Risk.DESTRUCTIVE ? 1 : 0));
            case Detail.StepDone _ -> new Steps(so.run() + 1, so.skipped(), so.disrupting(), so.destroying());
            case Detail.StepSkipped _ -> new Steps(so.run(), so.skipped() + 1, so.disrupting(), so.destroying());
            default -> so;
        };
    }

    /// The stages that this scenario has.
    List<Stage> stages() {
        return Arrays.stream(Stage.values())
                .filter(s -> alerted || s != Stage.FIRED && s != Stage.ACKNOWLEDGED)
                .toList();
    }

    /// The first stage not reached though everything before it was; empty when all is done.
    Optional<Stage> next() {
        return stages().stream().filter(s -> !reached.containsKey(s)).findFirst();
    }

    /// How long it took to come to a stage, from the fault on.
    Optional<Duration> after(Stage stage) {
        return Optional.ofNullable(reached.get(stage)).map(at -> Duration.between(began, at));
    }
}
