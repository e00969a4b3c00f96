package plantao.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandFigureTest {
    private static final Instant NOW = Instant.parse("2026-11-24T04:30:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                     34%;34
                    3 jobs wait;3
                    lag=-2.5;-2.5
                    Connections: 12;12
                    (integer) 7;7
                    p95 is 40;40
                    depth 8.;8
                    """)
    void theOneFigureInALineForPeople(String line, double figure) {
        assertThat(CommandFigure.in(line + "\n", NOW)).isEqualTo(figure);
    }

    @ParameterizedTest
    @CsvSource({
        "12 of 40",
        "1.2G",
        "300ms",
        "300 ms",
        "4 KB",
        "10.0.0.1",
        "12:30",
        "2026-11-24",
        "node7",
        "OK",
        "1/3",
        "v2.3.1",
    })
    void whatMayBeAnotherFigureIsNotGuessed(String line) {
        assertThat(CommandFigure.in(line, NOW)).isNull();
    }

    @Test
    void aTableOfOneCellIsItsCell() {
        assertThat(CommandFigure.in(" count \n-------\n     8\n(1 row)\n\n", NOW))
                .isEqualTo(8);
        assertThat(CommandFigure.in(" n \n---\n 8\n 9\n(2 rows)\n", NOW)).isNull();
        assertThat(CommandFigure.in("1\n2\n", NOW)).isNull();
    }

    @Test
    void theEndOfACertificateIsTheDaysUntilThen() {
        assertThat(CommandFigure.in("notAfter=Dec  3 04:23:02 2026 GMT\n", NOW)).isEqualTo(8);
        assertThat(CommandFigure.in("notAfter=Nov 22 04:23:02 2026 GMT", NOW)).isEqualTo(-2);
        assertThat(CommandFigure.in("notAfter=soon", NOW)).isNull();
    }
}
