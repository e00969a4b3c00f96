package plantao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttendanceTest {
    @Test
    void whatIsToldIsWhatIsHeard() {
        Attendance told =
                new Attendance("desk-1", "José Ímã", "Loja", List.of("Início do plantão", "Fila > 50 | parada"));
        assertThat(Attendance.of(told.line())).contains(told);
    }

    @Test
    void aLineFitsANotificationHoweverMuchIsOpen() {
        List<String> many = IntStream.range(0, 200)
                .mapToObj(i -> i + " " + "checagem à noite ".repeat(40))
                .toList();
        Attendance told = new Attendance("desk-1", "Ana\u001f\nB", "Loja", many);
        assertThat(told.line().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(8000);
        Attendance heard = Attendance.of(told.line()).orElseThrow();
        assertThat(heard.operator()).isEqualTo("Ana  B");
        assertThat(heard.at("Loja", many.getFirst())).isTrue();
        assertThat(heard.at("Loja", many.getLast())).isFalse();
        assertThat(heard.at("Other", many.getFirst())).isFalse();
    }

    @Test
    void whatIsNoneOfOursIsPassedOver() {
        assertThat(Attendance.of("")).isEmpty();
        assertThat(Attendance.of("hello desk-1")).isEmpty();
    }
}
