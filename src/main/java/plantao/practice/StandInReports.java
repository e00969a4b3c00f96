package plantao.practice;

import java.util.List;
import java.util.Locale;

/// Lists for stand-ins to print.
final class StandInReports {
    private StandInReports() {}

    /// One line each.
    static String status(List<? extends Part> parts) {
        var text = new StringBuilder(
                String.format("%-20s %-10s %-8s %-6s %s%n", "NAME", "STATE", "PID", "PORT", "VERSION"));
        for (Part part : parts) {
            PartStatus now = part.running();
            text.append(String.format(
                    "%-20s %-10s %-8s %-6s %s%n",
                    called(part),
                    now.state().name().toLowerCase(Locale.ROOT),
                    now.pid() == null ? "-" : now.pid(),
                    now.port() == null ? "-" : now.port(),
                    now.version() == null ? "-" : now.version()));
        }
        return text.toString();
    }

    /// The deploys of a process, newest first.
    static String deploys(ManagedProcess unit) {
        var text = new StringBuilder(
                String.format("%-14s %-9s %-12s %-21s %s%n", "ID", "COMMIT", "STATUS", "CREATED", "MESSAGE"));
        for (Release release : unit.releases().all().reversed()) {
            text.append(String.format(
                    "%-14s %-9s %-12s %-21s %s%n",
                    release.id(),
                    release.commit(),
                    release.status().name().toLowerCase(Locale.ROOT),
                    release.at().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                    release.title()));
        }
        return text.toString();
    }

    /// What commands call it.
    static String called(Part part) {
        return part.names().isEmpty() ? part.name() : part.names().getFirst();
    }
}
