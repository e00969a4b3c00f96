package plantao.runbook.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Schedule of(String cadence, String when) {
        return Objects.requireNonNull(Schedule.of(cadence, when));
    }

    private static DueTime next(String cadence, String when, String now, ZoneId zone) {
        return of(cadence, when).next(Instant.parse(now), zone).orElseThrow();
    }

    /// From Sunday, 22 November 2026, 06:00 UTC, for somebody in São Paulo (UTC−3, no summer time).
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weekly    | Segunda-feira, 10:00                | 2026-11-23T13:00:00Z | 2026-11-23T13:00:00Z",
                "weekly    | toda segunda às 10h                 | 2026-11-23T13:00:00Z | 2026-11-23T13:00:00Z",
                "weekly    | Monday, 10:00 UTC                   | 2026-11-23T10:00:00Z | 2026-11-23T10:00:00Z",
                "weekly    | Mondays 9am-10:30am ET              | 2026-11-23T14:00:00Z | 2026-11-23T15:30:00Z",
                "weekly    | quarta-feira                        | 2026-11-25T03:00:00Z | 2026-11-26T03:00:00Z",
                "weekly    | Tue and Thu 14:00                   | 2026-11-24T17:00:00Z | 2026-11-24T17:00:00Z",
                "          | segunda a sexta, 08:00–09:00        | 2026-11-23T11:00:00Z | 2026-11-23T12:00:00Z",
                "          | Mon-Fri 18h30                       | 2026-11-23T21:30:00Z | 2026-11-23T21:30:00Z",
                "monthly   | 1º domingo 01:00-05:00 UTC          | 2026-12-06T01:00:00Z | 2026-12-06T05:00:00Z",
                "monthly   | primeira segunda-feira              | 2026-12-07T03:00:00Z | 2026-12-08T03:00:00Z",
                "monthly   | segunda terça-feira do mês, 22:00   | 2026-12-09T01:00:00Z | 2026-12-09T01:00:00Z",
                "monthly   | First Sunday of the month, 2 am UTC | 2026-12-06T02:00:00Z | 2026-12-06T02:00:00Z",
                "monthly   | last Friday 23:00-03:00 UTC         | 2026-11-27T23:00:00Z | 2026-11-28T03:00:00Z",
                "monthly   | dia 5, 14:00                        | 2026-12-05T17:00:00Z | 2026-12-05T17:00:00Z",
                "monthly   | todo dia 31                         | 2026-11-30T03:00:00Z | 2026-12-01T03:00:00Z",
                "monthly   | on the 15th                         | 2026-12-15T03:00:00Z | 2026-12-16T03:00:00Z",
                "monthly   | último dia do mês                   | 2026-11-30T03:00:00Z | 2026-12-01T03:00:00Z",
                "monthly   | primeiro dia útil, 09:00            | 2026-12-01T12:00:00Z | 2026-12-01T12:00:00Z",
                "quarterly | primeira segunda                    | 2027-01-04T03:00:00Z | 2027-01-05T03:00:00Z",
                "quarterly | janeiro, abril, julho e outubro     | 2027-01-01T03:00:00Z | 2027-04-01T03:00:00Z",
                "yearly    | dia 10 de março                     | 2027-03-10T03:00:00Z | 2027-03-11T03:00:00Z",
                "weekly    | ''                                  | 2026-11-23T03:00:00Z | 2026-11-30T03:00:00Z",
                "fortnightly      | ''                           | 2026-11-23T03:00:00Z | 2026-12-07T03:00:00Z",
                "every-two-months | ''                           | 2027-01-01T03:00:00Z | 2027-03-01T03:00:00Z",
                "half-yearly      | ''                           | 2027-01-01T03:00:00Z | 2027-07-01T03:00:00Z",
                "half-yearly      | primeira segunda             | 2027-01-04T03:00:00Z | 2027-01-05T03:00:00Z",
                "daily            | Diário às 8h e 20h           | 2026-11-22T23:00:00Z | 2026-11-22T23:00:00Z",
                "weekly           | Sunday 10:00 GMT 30 min      | 2026-11-29T10:00:00Z | 2026-11-29T10:00:00Z",
                "monthly   | ''                                  | 2026-12-01T03:00:00Z | 2027-01-01T03:00:00Z",
                "quarterly | ''                                  | 2027-01-01T03:00:00Z | 2027-04-01T03:00:00Z",
                "daily     | 03:00 UTC                           | 2026-11-23T03:00:00Z | 2026-11-23T03:00:00Z",
                "daily     | 08:00 UTC-3                         | 2026-11-23T11:00:00Z | 2026-11-23T11:00:00Z",
                "daily     | 09:00 Europe/Lisbon                 | 2026-11-23T09:00:00Z | 2026-11-23T09:00:00Z",
            })
    void theNextOccurrence(String cadence, String when, Instant from, Instant by) {
        DueTime due = next(cadence, when, "2026-11-22T06:00:00Z", SAO_PAULO);
        assertThat(due.from()).isEqualTo(from);
        assertThat(due.by()).isEqualTo(by);
    }

    @Test
    void aDayWithSeveralTimes() {
        Schedule rounds = of("daily", "08:00–09:00 / 14:00 / 18:00");
        Instant noon = Instant.parse("2026-11-22T12:00:00Z");
        DueTime morning =
                rounds.current(noon.minusSeconds(3600), ZoneId.of("UTC")).orElseThrow();
        assertThat(morning.by()).isEqualTo("2026-11-22T09:00:00Z");
        assertThat(morning.late(noon)).isTrue();
        DueTime afternoon = rounds.current(noon, ZoneId.of("UTC")).orElseThrow();
        assertThat(afternoon.from()).isEqualTo("2026-11-22T14:00:00Z");
        assertThat(afternoon.opens()).isEqualTo("2026-11-22T11:30:00Z");
        assertThat(rounds.between(noon, noon.plusSeconds(86_400), ZoneId.of("UTC")))
                .extracting(DueTime::from)
                .extracting(Instant::toString)
                .containsExactly("2026-11-22T14:00:00Z", "2026-11-22T18:00:00Z", "2026-11-23T08:00:00Z");
    }

    @Test
    void theClockIsTheWallsAcrossSummerTime() {
        // Europe goes back on 25 October 2026 and forward on 28 March 2027.
        assertThat(next("weekly", "Sunday 10:00", "2026-10-23T00:00:00Z", BERLIN)
                        .from())
                .isEqualTo("2026-10-25T09:00:00Z");
        assertThat(next("weekly", "Sunday 10:00", "2026-10-16T00:00:00Z", BERLIN)
                        .from())
                .isEqualTo("2026-10-18T08:00:00Z");
        // 02:30 does not exist on that night: it is moved on by the gap; the end is never before the beginning.
        DueTime gap = next("weekly", "Sunday 02:30-03:00", "2027-03-27T00:00:00Z", BERLIN);
        assertThat(gap.from()).isEqualTo("2027-03-28T01:30:00Z");
        assertThat(gap.by()).isEqualTo(gap.from());
        // It comes twice in the other: the first one.
        assertThat(next("weekly", "Sunday 02:30", "2026-10-24T00:00:00Z", BERLIN)
                        .from())
                .isEqualTo("2026-10-25T00:30:00Z");
        // A day of 25 hours is one day.
        DueTime day = next("daily", "", "2026-10-24T12:00:00Z", BERLIN);
        assertThat(day.by())
                .isEqualTo(ZonedDateTime.of(2026, 10, 26, 0, 0, 0, 0, BERLIN).toInstant());
    }

    @Test
    void theCurrentOneIsTheLastThatOpened() {
        Schedule weekly = of("weekly", "segunda, 10:00");
        Instant wednesday = Instant.parse("2026-11-25T12:00:00Z");
        DueTime due = weekly.current(wednesday, SAO_PAULO).orElseThrow();
        assertThat(due.from()).isEqualTo("2026-11-23T13:00:00Z");
        assertThat(due.late(wednesday)).isTrue();
        // It may be done from the beginning of its day on.
        assertThat(due.opens()).isEqualTo("2026-11-23T03:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"shift-start,''", "shift,''", ",''", ",when it seems right", ",a cada deploy 4.2"})
    void whatSaysNothingOfTimeHasNoSchedule(String cadence, String when) {
        assertThat(Schedule.of(cadence, when)).isNull();
    }

    @Test
    void everyHour() {
        DueTime due = of("hourly", "")
                .current(Instant.parse("2026-11-22T06:12:38Z"), SAO_PAULO)
                .orElseThrow();
        assertThat(due.from()).isEqualTo("2026-11-22T06:00:00Z");
        assertThat(due.by()).isEqualTo("2026-11-22T07:00:00Z");
    }
}
