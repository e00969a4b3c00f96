package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.alert.Condition;
import plantao.runbook.AlertRule;

/// What somebody is told on a phone: what is wrong, how badly, since when, what was seen and where to begin, in the
/// runbook's language.
final class PageText {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private static final int NAMED = 3;

    private final SystemBoard system;
    private final boolean portuguese;
    private final Instant now;

    PageText(SystemBoard system, Instant now) {
        this.system = system;
        this.portuguese = system.runbook().language().equals("pt");
        this.now = now;
    }

    /// About one alert.
    String of(Alert alert) {
        AlertRule rule = alert.rule().source();
        String seen = seen(alert);
        String cause = system.cause(alert);
        return system.name() + ": " + alert.rule().name() + " (P" + alert.rule().level() + ") " + lasting(alert) + ", "
                + said("not acknowledged", "sem ninguém cuidando") + (seen.isEmpty() ? "" : ": " + seen)
                + (cause == null ? "" : said(", because of ", ", por causa de ") + cause) + "."
                + (rule.playbook() == null
                        ? ""
                        : " Playbook: " + rule.playbook().title() + ".");
    }

    /// About many at once, the worst first.
    String of(List<Alert> alerts) {
        String names = alerts.stream().limit(NAMED).map(a -> a.rule().name()).collect(Collectors.joining(", "));
        int more = alerts.size() - NAMED;
        return system.name() + ": " + count(alerts) + " (P"
                + alerts.getFirst().rule().level() + ") "
                + said("that nobody has acknowledged: ", "sem ninguém cuidando: ") + names
                + (more > 0 ? said(" and ", " e mais ") + more + said(" more", "") : "") + ".";
    }

    /// "12 alerts".
    String count(List<Alert> alerts) {
        return alerts.size() + said(" alerts", " alertas");
    }

    private String lasting(Alert alert) {
        Instant since = alert.since() == null ? now : alert.since();
        long minutes = Math.max(0, Duration.between(since, now).toMinutes());
        String at = said("since ", "desde ") + CLOCK.format(since);
        return minutes == 0 ? at : said("for ", "há ") + minutes + " min (" + at + ")";
    }

    private String seen(Alert alert) {
        String measured = ConditionJudgement.measuredText(alert, system);
        boolean implied = system.runbook().implied().contains(alert.rule().source());
        String condition = implied ? "" : alert.rule().source().condition();
        return switch (alert.rule().condition()) {
            case Condition.Measured m when measured != null -> m.metric() + " " + measured + limit(condition);
            case Condition.Down _ when measured != null -> measured;
            default -> condition;
        };
    }

    private static String limit(@Nullable String condition) {
        return condition == null || condition.isBlank() ? "" : " (" + condition.strip() + ")";
    }

    private String said(String english, String portugues) {
        return portuguese ? portugues : english;
    }
}
