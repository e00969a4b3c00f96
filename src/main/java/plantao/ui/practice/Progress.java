package plantao.ui.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
/// @param run steps run or done by hand
/// @param skipped steps left out
/// @param destroying destructive steps run
record Progress(Instant began, Map<Stage, Instant> reached, int run, int skipped, int destroying) {

    /// What happens in a well-handled incident, in order.
    enum Stage {
        FIRED,
        ACKNOWLEDGED,
        DECLARED,
        OPENED,
        MITIGATED,
        RESOLVED
    }

    /// The progress of the scenario that is on; empty when none is.
    static Optional<Progress> of(Board board) {
        PracticeBoard practice = board.practice();
        Instant begun = practice.begun();
        if (practice.scenario() == null || begun == null) {
            return Optional.empty();
        }
        List<Entry> entries = board.journal().entries().stream()
                .filter(e -> e.system().equals(practice.system()) && !e.at().isBefore(begun))
                .toList();
        boolean firing = board.system(practice.system()).map(SystemBoard::alerts).orElse(List.of()).stream()
                .anyMatch(Alert::firing);
        return Optional.of(fold(begun, entries, firing));
    }

    static Progress fold(Instant began, List<Entry> entries, boolean firing) {
        Map<Stage, Instant> reached = new EnumMap<>(Stage.class);
        int run = 0;
        int skipped = 0;
        int destroying = 0;
        Instant cleared = null;
        for (Entry entry : entries) {
            switch (entry.detail()) {
                case Detail.AlertFired _ -> reached.putIfAbsent(Stage.FIRED, entry.at());
                case Detail.AlertAcknowledged _ -> reached.putIfAbsent(Stage.ACKNOWLEDGED, entry.at());
                case Detail.IncidentDeclared _ -> reached.putIfAbsent(Stage.DECLARED, entry.at());
                case Detail.RunStarted _ -> reached.putIfAbsent(Stage.OPENED, entry.at());
                case Detail.IncidentResolved _ -> reached.putIfAbsent(Stage.RESOLVED, entry.at());
                case Detail.AlertCleared _ -> cleared = entry.at();
                case Detail.StepRan ran -> {
                    run++;
                    destroying += ran.risk() == Risk.DESTRUCTIVE ? 1 : 0;
                }
                case Detail.StepDone _ -> run++;
                case Detail.StepSkipped _ -> skipped++;
                default -> {}
            }
        }
        if (cleared != null && !firing && reached.containsKey(Stage.FIRED)) {
            reached.put(Stage.MITIGATED, cleared);
        }
        return new Progress(began, Map.copyOf(reached), run, skipped, destroying);
    }

    /// The first stage not reached though everything before it was; empty when all is done.
    Optional<Stage> next() {
        for (Stage stage : Stage.values()) {
            if (!reached.containsKey(stage)) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }

    /// How long it took to come to a stage, from the fault on.
    Optional<Duration> after(Stage stage) {
        return Optional.ofNullable(reached.get(stage)).map(at -> Duration.between(began, at));
    }
}
