package plantao.desk;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Journal;
import plantao.playbook.Run;
import plantao.runbook.Procedure;

/// The last backup that the log knows of.
///
/// @param at when its last step ended well
/// @param title of the procedure that made it
public record LastBackup(Instant at, String title) {
    private static final Set<String> RECOVERY = Set.of("restore", "recovery");

    /// The last procedure of the kind `backup` in which a step was run well or done by hand; empty when there is
    /// none.
    public static Optional<LastBackup> of(Journal journal, String system) {
        List<Entry> entries = journal.entries();
        Set<UUID> backups = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).system().equals(system)
                    && entries.get(i).detail() instanceof Detail.RunStarted r
                    && "backup".equals(r.procedure())) {
                backups.add(r.run());
            }
        }
        for (int i = entries.size() - 1; i >= 0 && !backups.isEmpty(); i--) {
            Entry entry = entries.get(i);
            boolean made = switch (entry.detail()) {
                case Detail.StepRan s ->
                    backups.contains(s.run()) && Integer.valueOf(0).equals(s.exit());
                case Detail.StepDone s -> backups.contains(s.run());
                default -> false;
            };
            if (made) {
                UUID run =
                        entry.detail() instanceof Detail.StepRan s ? s.run() : ((Detail.StepDone) entry.detail()).run();
                return entries.stream()
                        .filter(e -> e.detail() instanceof Detail.RunStarted r
                                && r.run().equals(run))
                        .map(e -> new LastBackup(entry.at(), ((Detail.RunStarted) e.detail()).title()))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    /// Whether a run walks a procedure that brings something back.
    public static boolean recovers(SystemBoard system, Run run) {
        return system.runbook().procedures().stream().anyMatch(p -> p.title().equals(run.title()) && recovers(p));
    }

    private static boolean recovers(Procedure procedure) {
        return RECOVERY.contains(procedure.kind());
    }
}
