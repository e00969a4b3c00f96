package plantao.practice;

import java.util.Locale;

/// Lists for stand-ins to print.
final class Reports {
    private Reports() {}

    /// One line per process.
    static String status(Fleet fleet) {
        var text = new StringBuilder(
                String.format("%-20s %-10s %-8s %-6s %s%n", "NAME", "STATE", "PID", "PORT", "VERSION"));
        for (Unit unit : fleet.units()) {
            Running now = unit.running();
            text.append(String.format(
                    "%-20s %-10s %-8s %-6s %s%n",
                    called(unit),
                    now.state().name().toLowerCase(Locale.ROOT),
                    now.pid() == null ? "-" : now.pid(),
                    now.port() == null ? "-" : now.port(),
                    now.version()));
        }
        return text.toString();
    }

    /// The deploys of a process, newest first.
    static String deploys(Unit unit) {
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

    private static String called(Unit unit) {
        return unit.spec().names().isEmpty() ? unit.name() : unit.spec().names().getFirst();
    }
}
