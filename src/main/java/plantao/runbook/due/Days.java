package plantao.runbook.due;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/// The days on which work comes back; what is empty does not narrow.
///
/// @param nths with `weekdays`: which of the
/// month, counted from 1, -1 for the last
///
/// @param dates days of the month, -1 for the last
/// @param months 1 to 12
record Days(Set<DayOfWeek> weekdays, Set<Integer> nths, Set<Integer> dates, Set<Integer> months, boolean firstWorkday) {
    static final Days EVERY = new Days(Set.of(), Set.of(), Set.of(), Set.of(), false);

    boolean has(LocalDate day) {
        if (!months.isEmpty() && !months.contains(day.getMonthValue())) {
            return false;
        }
        if (firstWorkday) {
            return day.equals(firstWorkday(day));
        }
        if (!dates.isEmpty()) {
            int last = day.lengthOfMonth();
            return dates.stream().anyMatch(d -> day.getDayOfMonth() == (d < 0 ? last : Math.min(d, last)));
        }
        return (weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek())) && (nths.isEmpty() || nth(day));
    }

    private boolean nth(LocalDate day) {
        int nth = (day.getDayOfMonth() - 1) / 7 + 1;
        return nths.contains(nth) || nths.contains(-1) && day.plusDays(7).getMonth() != day.getMonth();
    }

    private static LocalDate firstWorkday(LocalDate day) {
        LocalDate first = day.with(TemporalAdjusters.firstDayOfMonth());
        return switch (first.getDayOfWeek()) {
            case SATURDAY -> first.plusDays(2);
            case SUNDAY -> first.plusDays(1);
            default -> first;
        };
    }
}
