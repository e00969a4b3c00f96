package plantao.ui.fx;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers, times and durations as they are written on the screens: a thin space before the unit, the language's
/// own separators, 24-hour clocks.
public record Figures(Locale locale, ZoneId zone) {
    private static final String THIN = "\u2009";

    /// A number with as many decimals as help: none from 100 on or when whole, one from 10, else two.
    public String number(double value) {
        double size = Math.abs(value);
        int decimals = value == Math.rint(value) || size >= 100 ? 0 : size >= 10 ? 1 : 2;
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    /// A number and its unit: `1,840 ms`, `0.1 %`.
    public String measured(double value, @Nullable String unit) {
        return unit == null || unit.equals("count") ? number(value) : number(value) + THIN + unit;
    }

    /// Milliseconds as an operator reads them: `94 ms`, `1.8 s`.
    public String took(Duration took) {
        long millis = took.toMillis();
        return millis < 1000
                ? millis + THIN + "ms"
                : millis < 60_000 ? number(millis / 1000.0) + THIN + "s" : length(took);
    }

    /// How old something is, in one unit: `4 s`, `6 min`, `21 h`, `3 d`.
    public String age(Duration age) {
        long s = Math.max(0, age.toSeconds());
        return s < 60
                ? s + THIN + "s"
                : s < 3600 ? s / 60 + THIN + "min" : s < 172_800 ? s / 3600 + THIN + "h" : s / 86_400 + THIN + "d";
    }

    /// How long something has lasted, in two units: `6 min 31 s`, `4 h 12 min`.
    public String length(Duration length) {
        long s = Math.max(0, length.toSeconds());
        if (s < 60) {
            return s + THIN + "s";
        }
        return s < 3600
                ? two(s / 60, "min", s % 60, "s")
                : s < 86_400 ? two(s / 3600, "h", s % 3600 / 60, "min") : two(s / 86_400, "d", s % 86_400 / 3600, "h");
    }

    private static String two(long much, String unit, long less, String lessUnit) {
        return much + THIN + unit + (less == 0 ? "" : " " + less + THIN + lessUnit);
    }

    /// A running clock: `04:26`, with hours once there are any.
    public String stopwatch(Duration length) {
        long s = Math.max(0, length.toSeconds());
        return s < 3600
                ? String.format(Locale.ROOT, "%02d:%02d", s / 60, s % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s % 3600 / 60, s % 60);
    }

    /// `06:12:38`, in UTC.
    public String utc(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", locale)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    /// Whether the operator's clock shows UTC anyway.
    public boolean isUtc() {
        return zone.normalized().equals(ZoneOffset.UTC);
    }

    /// `06:12`, in UTC.
    public String utcShort(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm", locale)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    /// `03:12:38 BRT`, where the operator is; `03:12:38 GMT-3` where the language has no short name for the zone.
    public String local(Instant at) {
        String named =
                DateTimeFormatter.ofPattern("HH:mm:ss z", locale).withZone(zone).format(at);
        return named.contains("GMT")
                ? DateTimeFormatter.ofPattern("HH:mm:ss O", locale)
                        .withZone(zone)
                        .format(at)
                : named;
    }

    /// Date and time in UTC, for hovering: `2026-11-22 06:12:38 UTC`.
    public String exact(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    /// `22 Nov`, in UTC.
    public String day(Instant at) {
        return DateTimeFormatter.ofPattern("d MMM", locale)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }
}
