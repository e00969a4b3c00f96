package plantao.runbook.text;

import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// A line of a crontab (crontab(5)): five time fields or a nickname, then what is run.
///
/// @param schedule the time fields as written
/// @param command what stands behind them; empty when there is only a schedule
public record Cron(String schedule, String command) {
    private static final String FIELD = "[\\d*][\\d*,/-]*";
    private static final Expression LINE = Expression.of(
            "^\\s*((?:" + FIELD + "\\s+){3}(?:" + FIELD + "|[A-Z]{3}[A-Z,-]*)\\s+(?:" + FIELD
                    + "|[A-Za-z]{3}(?:[,-][A-Za-z]{3})*)|@(?:hourly|daily|midnight|weekly|monthly|yearly|annually))(?:\\s+(\\S.*))?$");
    private static final Map<String, String> NICKNAMES = Map.of(
            "@hourly",
            "hourly",
            "@daily",
            "daily",
            "@midnight",
            "daily",
            "@weekly",
            "weekly",
            "@monthly",
            "monthly",
            "@yearly",
            "yearly",
            "@annually",
            "yearly");

    /// The line's schedule and command, or null when it is no line of a crontab.
    public static @Nullable Cron of(String line) {
        String text = line.strip();
        if (text.isEmpty() || "*@0123456789".indexOf(text.charAt(0)) < 0) {
            return null;
        }
        Matcher m = LINE.matcher(text);
        return m.matches()
                ? new Cron(m.group(1), m.group(2) == null ? "" : m.group(2).strip())
                : null;
    }

    /// How often it comes back: `hourly daily weekly monthly quarterly yearly`.
    public String cadence() {
        String nickname = NICKNAMES.get(schedule);
        if (nickname != null) {
            return nickname;
        }
        String[] f = schedule.split("\\s+");
        if (!f[1].matches("\\d+(?:,\\d+)?")) {
            return "hourly";
        }
        if (!f[2].equals("*")) {
            boolean quarterly = f[3].equals("*/3") || f[3].split(",").length == 4;
            return quarterly ? "quarterly" : f[3].startsWith("*") ? "monthly" : "yearly";
        }
        boolean someDays = f[4].matches("\\d|[A-Za-z]{3}");
        return someDays ? "weekly" : "daily";
    }
}
