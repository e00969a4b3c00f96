package plantao.runbook.due;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A schedule in the words of a runbook: English, Portuguese or Spanish.
final class ScheduleText {
    private static final String CLOCK = "(\\d{1,2})(?::(\\d{2})|h(\\d{2})?)?\\s*(am|pm|a\\.m\\.|p\\.m\\.)?";
    private static final Pattern TIMES = Pattern.compile("(?<![\\d:/.-])" + CLOCK
            + "(?:\\s*h)?(?:\\s*(?:-|–|—|~|\\bto\\b|\\bate\\b|\\bas?\\b|\\buntil\\b|\\bhasta\\b)\\s*(?:as |la |las )?"
            + CLOCK + "(?:\\s*h)?)?(?![\\d/.º°ª])");
    private static final Pattern ZONED = Pattern.compile("\\b([A-Z][a-z]+/[A-Z][A-Za-z_]+)\\b");
    private static final Pattern OFFSET = Pattern.compile("\\b(?:UTC|GMT)\\s*([+\\-−]\\d{1,2})(?::?(\\d{2}))?\\b");
    private static final Pattern ZONE_NAME =
            Pattern.compile("\\b(UTC|GMT|BRT|ART|[ECMP][SD]?T|CES?T|WES?T|BST|IST|JST)\\b");
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("BRT", "America/Sao_Paulo"),
            Map.entry("ART", "America/Argentina/Buenos_Aires"),
            Map.entry("ET", "America/New_York"),
            Map.entry("EST", "America/New_York"),
            Map.entry("EDT", "America/New_York"),
            Map.entry("CT", "America/Chicago"),
            Map.entry("CDT", "America/Chicago"),
            Map.entry("MT", "America/Denver"),
            Map.entry("MST", "America/Denver"),
            Map.entry("MDT", "America/Denver"),
            Map.entry("PT", "America/Los_Angeles"),
            Map.entry("PST", "America/Los_Angeles"),
            Map.entry("PDT", "America/Los_Angeles"),
            Map.entry("CET", "Europe/Paris"),
            Map.entry("CEST", "Europe/Paris"),
            Map.entry("WET", "Europe/Lisbon"),
            Map.entry("WEST", "Europe/Lisbon"),
            Map.entry("BST", "Europe/London"),
            Map.entry("IST", "Asia/Kolkata"),
            Map.entry("JST", "Asia/Tokyo"));
    private static final List<String> WEEKDAYS = List.of(
            "monday|mondays|mon|segunda|segundas|seg|lunes|lun",
            "tuesday|tuesdays|tue|tues|terca|tercas|ter|martes|mar",
            "wednesday|wednesdays|wed|quarta|quartas|qua|miercoles|mie",
            "thursday|thursdays|thu|thur|thurs|quinta|quintas|qui|jueves|jue",
            "friday|fridays|fri|sexta|sextas|sex|viernes|vie",
            "saturday|saturdays|sat|sabado|sabados|sab",
            "sunday|sundays|sun|domingo|domingos|dom");
    private static final List<String> ORDINALS = List.of(
            "1st|first|1[ºo°ª]|1a|primeir[oa]|primer|primera",
            "2nd|second|2[ºo°ª]|2a|segund[oa]",
            "3rd|third|3[ºo°ª]|3a|terceir[oa]|tercer|tercera",
            "4th|fourth|4[ºo°ª]|4a|quart[oa]|cuart[oa]");
    private static final String LAST = "last|ultim[oa]";
    private static final List<String> MONTHS = List.of(
            "january|janeiro|enero",
            "february|fevereiro|febrero",
            "march|marco|marzo",
            "april|abril",
            "may|maio|mayo",
            "june|junho|junio",
            "july|julho|julio",
            "august|agosto",
            "september|setembro|septiembre",
            "october|outubro|octubre",
            "november|novembro|noviembre",
            "december|dezembro|diciembre");
    private static final Pattern BUSINESS = Pattern.compile(
            "\\b(?:business|office|working) hours\\b|\\bhorario (?:comercial|de expediente|laboral|de oficina)\\b");
    private static final Pattern WORKDAYS = Pattern.compile("\\b(?:weekdays|dias uteis|dias habiles|business days)\\b");
    private static final Pattern FIRST_WORKDAY = Pattern.compile(
            "\\b(?:(?:first|1st) (?:business|working|week) ?day|(?:1[ºo°]|primeiro) dia util|primer dia habil)\\b");
    private static final Pattern DATE =
            Pattern.compile("\\b(?:dias?|days?)\\s+((?:\\d{1,2}(?![\\d:h])(?:\\s*(?:,|e|and|y|/)\\s*)?)+)");
    private static final Pattern THE_DATE = Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th)\\b");
    private static final Pattern FIRST_DATE = Pattern.compile("\\b(?:1[ºo°]|primeiro|first|primer) (?:dia|day)\\b");
    private static final Pattern LAST_DATE = Pattern.compile("\\b(?:ultimo dia|last day)\\b");

    private final String raw;
    private final String text;

    ScheduleText(String when) {
        raw = when;
        text = Normalizer.normalize(when, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\b(segunda|terca|quarta|quinta|sexta)s?[- ]feiras?\\b", "$1");
    }

    @Nullable
    Schedule read(@Nullable String cadence) {
        Days days = days(cadence);
        List<Schedule.Span> times = times();
        ZoneId zone = zone();
        boolean dayless = days.equals(Days.EVERY);
        if (!dayless) {
            return new Schedule(days, times, null, zone);
        }
        Schedule.Period period = period(cadence);
        if (period == null && times.isEmpty()) {
            return null;
        }
        if (period == Schedule.Period.HOUR) {
            return new Schedule(days, List.of(), period, zone);
        }
        return !times.isEmpty() && (period == null || period == Schedule.Period.DAY)
                ? new Schedule(days, times, null, zone)
                : new Schedule(days, List.of(), period, zone);
    }

    /// When somebody can be reached; null when no day and no time is named. Business hours are taken as Monday to
    /// Friday, 09:00 to 18:00.
    @Nullable
    Hours hours() {
        List<Schedule.Span> spans =
                times().stream().filter(s -> !s.from().equals(s.to())).toList();
        Set<DayOfWeek> days = weekdays();
        if (BUSINESS.matcher(text).find()) {
            return new Hours(
                    days.isEmpty() ? EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY) : days,
                    spans.isEmpty() ? List.of(new Schedule.Span(LocalTime.of(9, 0), LocalTime.of(18, 0))) : spans,
                    zone());
        }
        return days.isEmpty() && spans.isEmpty() ? null : new Hours(days, spans, zone());
    }

    private static Schedule.@Nullable Period period(@Nullable String cadence) {
        return switch (cadence) {
            case "hourly" -> Schedule.Period.HOUR;
            case "daily" -> Schedule.Period.DAY;
            case "weekly" -> Schedule.Period.WEEK;
            case "fortnightly" -> Schedule.Period.FORTNIGHT;
            case "monthly" -> Schedule.Period.MONTH;
            case "every-two-months" -> Schedule.Period.TWO_MONTHS;
            case "quarterly" -> Schedule.Period.QUARTER;
            case "half-yearly" -> Schedule.Period.HALF_YEAR;
            case "yearly" -> Schedule.Period.YEAR;
            case null, default -> null;
        };
    }

    private Days days(@Nullable String cadence) {
        Set<Integer> months = months(cadence);
        if (FIRST_WORKDAY.matcher(text).find()) {
            return new Days(Set.of(), Set.of(), Set.of(), months, true);
        }
        Set<DayOfWeek> weekdays = weekdays();
        Set<Integer> nths = weekdays.isEmpty() ? Set.of() : nths();
        Schedule.Period period = period(cadence);
        boolean rare = period != null && period.compareTo(Schedule.Period.MONTH) >= 0;
        if (!weekdays.isEmpty()) {
            // "Monthly, on a Monday" without saying which is the first one.
            return new Days(weekdays, nths.isEmpty() && rare ? Set.of(1) : nths, Set.of(), months, false);
        }
        Set<Integer> dates = dates();
        if (dates.isEmpty() && (months.isEmpty() || period != null)) {
            return Days.EVERY;
        }
        return new Days(Set.of(), Set.of(), dates.isEmpty() ? Set.of(1) : dates, months, false);
    }

    private Set<DayOfWeek> weekdays() {
        if (WORKDAYS.matcher(text).find()) {
            return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        }
        Set<DayOfWeek> found = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek from : DayOfWeek.values()) {
            for (DayOfWeek to : DayOfWeek.values()) {
                if (find("(?:" + name(from) + ")\\s*(?:-|–|—|to|through|a|ate)\\s*(?:" + name(to) + ")")) {
                    for (DayOfWeek d = from; d != to; d = d.plus(1)) {
                        found.add(d);
                    }
                    found.add(to);
                }
            }
        }
        if (found.isEmpty()) {
            String plain = text.replaceAll(
                    "\\b(?:segund[oa]|quart[oa])\\s+(?=(?:" + String.join("|", WEEKDAYS) + ")\\b)", " ");
            for (DayOfWeek day : DayOfWeek.values()) {
                if (Pattern.compile("\\b(?:" + name(day) + ")\\b")
                        .matcher(plain)
                        .find()) {
                    found.add(day);
                }
            }
        }
        return found;
    }

    private static String name(DayOfWeek day) {
        return WEEKDAYS.get(day.getValue() - 1);
    }

    private Set<Integer> nths() {
        String any = "(?:" + String.join("|", WEEKDAYS) + ")\\b";
        Set<Integer> found = new TreeSet<>();
        for (int i = 0; i < ORDINALS.size(); i++) {
            if (Pattern.compile("(?<![\\w])(?:" + ORDINALS.get(i) + ")\\s+(?:e\\s+\\S+\\s+|and\\s+\\S+\\s+)?" + any)
                    .matcher(text)
                    .find()) {
                found.add(i + 1);
            }
        }
        if (find("(?:" + LAST + ")\\s+" + any)) {
            found.add(-1);
        }
        return found;
    }

    private Set<Integer> dates() {
        Set<Integer> found = new TreeSet<>();
        if (LAST_DATE.matcher(text).find()) {
            found.add(-1);
        } else if (FIRST_DATE.matcher(text).find()) {
            found.add(1);
        }
        Matcher date = DATE.matcher(text);
        while (date.find()) {
            for (String number : date.group(1).split("\\D+")) {
                add(found, number);
            }
        }
        Matcher the = THE_DATE.matcher(text);
        while (found.isEmpty() && the.find()) {
            add(found, the.group(1));
        }
        return found;
    }

    private static void add(Set<Integer> found, String number) {
        int day = number.isEmpty() ? 0 : Integer.parseInt(number);
        if (day >= 1 && day <= 31) {
            found.add(day);
        }
    }

    private Set<Integer> months(@Nullable String cadence) {
        Set<Integer> found = new TreeSet<>();
        for (int i = 0; i < MONTHS.size(); i++) {
            if (find("(?:" + MONTHS.get(i) + ")")) {
                found.add(i + 1);
            }
        }
        if (found.isEmpty()) {
            found.addAll(
                    switch (cadence) {
                        case "every-two-months" -> Set.of(1, 3, 5, 7, 9, 11);
                        case "quarterly" -> Set.of(1, 4, 7, 10);
                        case "half-yearly" -> Set.of(1, 7);
                        case "yearly" -> Set.of(1);
                        case null, default -> Set.<Integer>of();
                    });
        }
        return found;
    }

    private List<Schedule.Span> times() {
        List<Schedule.Span> spans = new ArrayList<>();
        String bare = text.replaceAll(
                "\\b(?:dias?|days?)\\s+\\d{1,2}(?![\\d:h])(?:\\s*(?:,|e|and|y)\\s*\\d{1,2}(?![\\d:h]))*|(?:utc|gmt)\\s*[+-]\\d{1,2}(?::?\\d{2})?",
                " ");
        Matcher m = TIMES.matcher(bare);
        while (m.find()) {
            boolean range = m.group(5) != null;
            String half = m.group(4) == null && range ? m.group(8) : m.group(4);
            boolean clock = m.group().matches(".*(?:\\d[:h]|\\d\\s*(?:am|pm|a\\.m|p\\.m)).*");
            LocalTime from = clock ? time(m.group(1), m.group(2), m.group(3), half) : null;
            LocalTime to = clock && range ? time(m.group(5), m.group(6), m.group(7), m.group(8)) : from;
            if (from != null && to != null) {
                spans.add(new Schedule.Span(from, to));
            }
        }
        spans.sort(java.util.Comparator.comparing(Schedule.Span::from));
        return List.copyOf(spans);
    }

    private static @Nullable LocalTime time(
            String hour, @Nullable String minutes, @Nullable String after, @Nullable String half) {
        int h = Integer.parseInt(hour);
        int m = minutes != null ? Integer.parseInt(minutes) : after != null ? Integer.parseInt(after) : 0;
        if (half != null) {
            h = h % 12 + (half.startsWith("p") ? 12 : 0);
        }
        return h == 24 && m == 0 ? LocalTime.MIDNIGHT : h > 23 || m > 59 ? null : LocalTime.of(h, m);
    }

    private @Nullable ZoneId zone() {
        Matcher named = ZONED.matcher(raw);
        Matcher offset = OFFSET.matcher(raw);
        Matcher shortName = ZONE_NAME.matcher(raw);
        try {
            if (named.find()) {
                return ZoneId.of(named.group(1));
            }
            if (offset.find()) {
                String hours = offset.group(1).replace('−', '-');
                String minutes = offset.group(2) == null ? "00" : offset.group(2);
                return ZoneId.of(
                        hours.charAt(0) + String.format("%02d", Math.abs(Integer.parseInt(hours))) + ":" + minutes);
            }
        } catch (DateTimeException e) {
            return null;
        }
        if (!shortName.find()) {
            return null;
        }
        String name = shortName.group(1);
        return name.equals("UTC") || name.equals("GMT") ? ZoneId.of("UTC") : zoneOf(name);
    }

    private static @Nullable ZoneId zoneOf(String name) {
        String id = ZONES.get(name);
        return id == null ? null : ZoneId.of(id);
    }

    private boolean find(String words) {
        return Pattern.compile("\\b" + words + "\\b").matcher(text).find();
    }
}
