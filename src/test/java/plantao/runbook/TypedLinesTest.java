package plantao.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypedLinesTest {
    @Test
    void whatWasTypedIsToldBelowItsCommandAndNotAsTheShellReadsIt() {
        String first = TypedLines.wrapped("app shell", List.of("count()", "quit"));
        String second = TypedLines.wrapped("psql", List.of("PLANTAO_INPUT", "select 1;"));

        assertThat(first).isEqualTo("{ app shell\n} <<'PLANTAO_INPUT'\ncount()\nquit\nPLANTAO_INPUT");
        assertThat(TypedLines.told("date\n" + first + "\n" + second + "\nuptime"))
                .isEqualTo("date\napp shell\ncount()\nquit\npsql\nPLANTAO_INPUT\nselect 1;\nuptime");
        assertThat(TypedLines.told("{ df; }\ncat <<'END'\nx\nEND")).isEqualTo("{ df; }\ncat <<'END'\nx\nEND");
    }
}
