package plantao.ui.frame;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.journal.Incident;
import plantao.runbook.Escalation;
import plantao.runbook.Runbook;

/// The rung of the runbook's escalation ladder that comes next for an incident.
///
/// @param text what the runbook says to do
/// @param left the time until then; negative when it is overdue
public record Ladder(String text, @Nullable String contact, Duration left, Duration whole) {

    /// The next rung that has a time and has not passed, else the last one that has passed; null when the runbook
    /// has
    /// no timed ladder for the incident's severity.
    public static @Nullable Ladder next(Runbook runbook, Incident incident, Instant now) {
        List<Escalation.Rung> rungs = rungs(runbook, incident.severity()).stream()
                .filter(r -> r.afterSeconds() != null && r.contact() != null)
                .sorted(Comparator.comparing(Ladder::after))
                .toList();
        Ladder passed = null;
        for (Escalation.Rung rung : rungs) {
            Duration whole = Duration.ofSeconds(after(rung));
            Duration left = Duration.between(now, incident.declared().plus(whole));
            Ladder ladder = new Ladder(rung.text(), rung.contact(), left, whole);
            if (!left.isNegative()) {
                return ladder;
            }
            passed = ladder;
        }
        return passed;
    }

    /// Every rung for incidents of this severity.
    public static List<Escalation.Rung> rungs(Runbook runbook, int severity) {
        return runbook.escalation().stream()
                .filter(e -> names(e.severity(), severity) || names(e.level(), severity))
                .map(Escalation::steps)
                .findFirst()
                .orElse(List.of());
    }

    private static boolean names(@Nullable String text, int severity) {
        if (text == null) {
            return false;
        }
        String digits = text.replaceAll("\\D+", " ").strip();
        return !digits.isEmpty() && digits.split(" ")[0].equals(String.valueOf(severity));
    }

    private static int after(Escalation.Rung rung) {
        return rung.afterSeconds() == null ? 0 : rung.afterSeconds();
    }
}
