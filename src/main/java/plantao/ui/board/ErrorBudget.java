package plantao.ui.board;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plantao.desk.ServiceTile;

/// What a promised availability leaves of a month's time for failing, after what this console has seen fail.
///
/// @param whole the month's time for failing
/// @param left what is left of it; negative when more was used
record ErrorBudget(Duration whole, Duration left) {
    /// The month that the usual tables of availability count with.
    private static final Duration MONTH = Duration.ofDays(30);

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:[.,]\\d+)?)\\s*%?");

    /// The budget of a service whose runbook promises a percentage below 100; empty for all others.
    static Optional<ErrorBudget> of(ServiceTile tile) {
        Optional<Double> sla = percent(tile.service().sla());
        if (sla.isEmpty() || tile.uptime().all() == 0) {
            return Optional.empty();
        }
        Duration whole = Duration.ofMillis(Math.round(MONTH.toMillis() * (1 - sla.get() / 100)));
        return Optional.of(new ErrorBudget(whole, whole.minus(tile.uptime().lost())));
    }

    /// The percentage in an SLA as written, when it can be missed: above 50 and below 100.
    static Optional<Double> percent(@org.jspecify.annotations.Nullable String sla) {
        Matcher found = PERCENT.matcher(sla == null ? "" : sla);
        if (!found.find()) {
            return Optional.empty();
        }
        double value = Double.parseDouble(found.group(1).replace(',', '.'));
        return value > 50 && value < 100 ? Optional.of(value) : Optional.empty();
    }

    /// What is left as a share of the whole, 0 to 1.
    double share() {
        return Math.clamp(left.toMillis() / (double) Math.max(1, whole.toMillis()), 0, 1);
    }

    /// Less than a third is left.
    boolean low() {
        return share() < 1.0 / 3;
    }

    boolean spent() {
        return left.isNegative() || left.isZero();
    }
}
