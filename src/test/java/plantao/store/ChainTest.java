package plantao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The form that is hashed, as the decision note on the log's chain lays it down: a log that was written by any
/// version is verified by any other.
class ChainTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T02:17:00Z, 2026-03-01T02:17:00.000000Z",
        "2026-03-01T02:17:00.5Z, 2026-03-01T02:17:00.500000Z",
        "2026-03-01T02:17:00.120Z, 2026-03-01T02:17:00.120000Z",
        "2026-03-01T02:17:00.000001Z, 2026-03-01T02:17:00.000001Z",
        "2026-12-31T23:59:59.999999999Z, 2026-12-31T23:59:59.999999Z",
        "1969-12-31T23:59:59.1234Z, 1969-12-31T23:59:59.123400Z",
    })
    void aTimeHasSixDigitsInTheFormThatIsHashed(Instant at, String written) {
        UUID id = UUID.fromString("0197a0b2-0000-7000-8000-0000000000ff");
        String form = netstrings(id.toString(), written, "José", "mesa-1", "loja", "fila 🔧", "Note", "ab");

        assertThat(Chain.next(Chain.START, id, at, "José", "mesa-1", "loja", "fila 🔧", "Note", "ab"))
                .isEqualTo(Chain.sha256(Chain.START + form));
    }

    private static String netstrings(String... texts) {
        return Arrays.stream(texts)
                .map(t -> t.getBytes(StandardCharsets.UTF_8).length + ":" + t + ",")
                .collect(Collectors.joining());
    }
}
