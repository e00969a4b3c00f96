package plantao.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.alert.Health;
import plantao.alert.Scale;
import plantao.desk.Board;
import plantao.desk.Gauge;
import plantao.desk.ServiceTile;
import plantao.desk.SystemBoard;
import plantao.desk.VendorTile;
import plantao.probe.Reading;
import plantao.runbook.Bound;
import plantao.runbook.Metric;
import plantao.runbook.PlaybookLink;

/// A board as text, one line a fact.
final class StatusText {
    private StatusText() {}

    /// Every system that is probed, each with an empty line after it.
    static List<String> of(Board board) {
        List<String> lines = new ArrayList<>();
        probed(board).forEach(system -> {
            lines.addAll(of(system, board.now()));
            lines.add("");
        });
        return lines;
    }

    /// How each thing stands, without the figures that differ at every reading.
    static List<String> states(Board board) {
        List<String> states = new ArrayList<>();
        probed(board).forEach(system -> {
            states.add(system.name() + " " + system.target().id());
            system.services().forEach(t -> states.add(t.name() + " " + word(t)));
            system.vendors().forEach(v -> states.add(v.vendor().name() + " " + word(v)));
            system.gauges().forEach(g -> states.add(g.metric().name() + " " + mark(g, board.now())));
            system.alerts().forEach(a -> states.add(a.rule().name() + " " + stateWord(a)));
        });
        return states;
    }

    /// Whether anything that is probed is wrong.
    static boolean wrong(Board board) {
        return probed(board).anyMatch(StatusText::wrong);
    }

    private static Stream<SystemBoard> probed(Board board) {
        return board.systems().stream().filter(s -> s.trust().full());
    }

    private static List<String> of(SystemBoard system, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add(system.runbook().title() + " · " + system.target().label());
        lines.add(summary(system));
        system.circumstances()
                .mutes()
                .forEach(m -> lines.add((m.maintenance() ? "maintenance: " : "silenced: ") + m.title() + ", until "
                        + m.until().truncatedTo(ChronoUnit.SECONDS)));
        if (!system.services().isEmpty()) {
            lines.add("");
        }
        for (ServiceTile tile : system.services()) {
            lines.add(row(mark(tile), tile.name(), word(tile), service(tile)));
        }
        if (!system.gauges().isEmpty()) {
            lines.add("");
        }
        for (Gauge gauge : system.gauges()) {
            lines.add(row(mark(gauge, now), gauge.metric().name(), value(gauge), limits(gauge) + trouble(gauge, now)));
        }
        if (!system.vendors().isEmpty()) {
            lines.add("");
        }
        for (VendorTile vendor : system.vendors()) {
            lines.add(row(mark(vendor), vendor.vendor().name(), word(vendor), vendor.words()));
        }
        List<Alert> alerts = system.alerts().stream()
                .filter(a -> a.active() || a.state() instanceof Alert.State.Pending)
                .toList();
        if (!alerts.isEmpty()) {
            lines.add("");
        }
        for (Alert alert : alerts) {
            lines.add(row(
                    "!",
                    alert.rule().name(),
                    stateWord(alert),
                    "line " + alert.rule().source().origin().line() + playbook(alert) + because(system, alert)
                            + (alert.flapping(now) ? "  comes and goes" : "")));
        }
        return lines;
    }

    private static String because(SystemBoard system, Alert alert) {
        String cause = alert.firing() ? system.cause(alert) : null;
        return cause == null ? "" : "  because of " + cause;
    }

    private static String playbook(Alert alert) {
        PlaybookLink link = alert.rule().source().playbook();
        return link == null ? "" : " → " + link.title();
    }

    static String summary(SystemBoard system) {
        long down = count(system, Health.State.DOWN);
        long unknown = count(system, Health.State.UNKNOWN);
        long unprobed = system.services().stream()
                .filter(t -> t.health().state() == Health.State.UNKNOWN && t.probe() == null)
                .count();
        long blind = count(system, Health.State.BLIND);
        long up = system.services().size() - down - unknown - blind;
        long alerts = system.active().count();
        return down + " down, " + up + " up" + (unknown == unprobed ? "" : ", " + (unknown - unprobed) + " not known")
                + (unprobed == 0 ? "" : ", " + unprobed + " not probed")
                + (blind == 0 ? "" : ", " + blind + " out of sight") + " · "
                + (alerts == 0 ? "no alert" : alerts + (alerts == 1 ? " alert" : " alerts"));
    }

    private static long count(SystemBoard system, Health.State state) {
        return system.services().stream()
                .filter(t -> t.health().state() == state)
                .count();
    }

    private static String row(String mark, String name, String word, String rest) {
        return String.format(Locale.ROOT, "%s %-30s %-14s %s", mark, name, word, rest)
                .stripTrailing();
    }

    private static String mark(ServiceTile tile) {
        return switch (tile.health().state()) {
            case UP -> tile.cause() == null ? "✓" : "△";
            case DEGRADED -> "▲";
            case DOWN -> "✕";
            case UNKNOWN, BLIND -> "?";
        };
    }

    private static String word(ServiceTile tile) {
        return switch (tile.health().state()) {
            case UP -> tile.cause() == null ? "up" : "degraded";
            case DEGRADED -> "degraded";
            case DOWN -> "down";
            case UNKNOWN -> tile.probe() == null ? "no probe" : "unknown";
            case BLIND -> "blind";
        };
    }

    private static String service(ServiceTile tile) {
        String because = tile.cause() == null ? "" : "because of " + tile.cause();
        return switch (tile.health().last()) {
            case null -> because;
            case Reading.Up up ->
                up.took().toMillis() + " ms  " + up.detail()
                        + (up.concern() == null || up.detail().contains(up.concern()) ? "" : ", " + up.concern())
                        + (because.isEmpty() ? "" : "  " + because);
            case Reading.Down d -> d.reason() + (because.isEmpty() ? "" : "  " + because);
            case Reading.NoData n -> n.reason();
        };
    }

    private static String mark(VendorTile vendor) {
        return switch (vendor.state()) {
            case FINE -> "✓";
            case TROUBLED -> "▲";
            case DOWN -> "✕";
            case UNKNOWN -> "?";
        };
    }

    private static String word(VendorTile vendor) {
        return switch (vendor.state()) {
            case FINE -> "supplier up";
            case TROUBLED -> "troubled";
            case DOWN -> "supplier down";
            case UNKNOWN -> vendor.probe() == null ? "no page" : "unknown";
        };
    }

    private static String mark(Gauge gauge, Instant now) {
        if (gauge.value() == null || gauge.stale(now)) {
            return "?";
        }
        return switch (gauge.scale().band(gauge.value())) {
            case NORMAL, RAISED -> "✓";
            case WARNING -> "▲";
            case CRITICAL -> "✕";
        };
    }

    private static String value(Gauge gauge) {
        Double value = gauge.value();
        if (value == null) {
            return gauge.probe() == null ? "no source" : "no data";
        }
        String unit = gauge.scale().unit();
        boolean whole = value == Math.rint(value) || Math.abs(value) >= 100;
        String number = String.format(Locale.ROOT, whole ? "%.0f" : "%.2f", value);
        return number + (unit == null || unit.equals("count") ? "" : " " + unit);
    }

    private static String limits(Gauge gauge) {
        Metric metric = gauge.metric();
        return "normal " + limit(metric.normal()) + ", warning " + limit(metric.warning()) + ", critical "
                + limit(metric.critical());
    }

    /// Why there is no new value, and how old the one is that is shown.
    private static String trouble(Gauge gauge, Instant now) {
        String reason = switch (gauge.last()) {
            case Reading.NoData none -> "  " + none.reason();
            case Reading.Down down -> "  " + down.reason();
            case Reading.Up _ -> "";
            case null -> "";
        };
        Instant measured = gauge.measured();
        return measured != null && gauge.stale(now)
                ? "  stale: of " + measured.truncatedTo(ChronoUnit.SECONDS) + reason
                : reason;
    }

    // As the runbook has it: the sign tells which side is good.
    private static String limit(@Nullable Bound limit) {
        return limit == null ? "-" : limit.raw();
    }

    private static String stateWord(Alert alert) {
        return switch (alert.state()) {
            case Alert.State.Quiet _ -> "quiet";
            case Alert.State.Pending _ -> "pending";
            case Alert.State.Firing _ -> "firing";
            case Alert.State.Acknowledged _ -> "acknowledged";
            case Alert.State.Cleared _ -> "cleared unseen";
        };
    }

    private static boolean wrong(SystemBoard system) {
        return count(system, Health.State.DOWN) > 0
                || system.services().stream()
                        .anyMatch(t -> t.health().state() == Health.State.UNKNOWN
                                && t.health().last() instanceof Reading.Down)
                || system.gauges().stream()
                        .anyMatch(g -> g.value() != null && g.scale().band(g.value()) == Scale.Band.CRITICAL);
    }
}
