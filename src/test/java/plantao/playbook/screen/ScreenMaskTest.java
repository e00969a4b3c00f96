package plantao.playbook.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plantao.values.Masking;

/// Secrets on a screen, however they come there.
class ScreenMaskTest {
    private static final String SECRET = "canary-5ecret-value";

    private static String drawn(int columns, String text) {
        Terminal terminal = new Terminal(6, columns, Masking.of(List.of(SECRET)));
        terminal.take(text.toCharArray(), 0, text.length());
        return String.join("\n", terminal.shot(0).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key canary-5ecret-value.",
                "key canary-\u001b[31m5ecret\u001b[0m-value.",
                "key \u001b[1;12H5ecret-value.\u001b[1;5Hcanary-",
                "key canary-XXXXXX\b\b\b\b\b\b5ecret-value.",
                "key \u001b[?1049h\u001b[1;5Hcanary-5ecret-value."
            })
    void inPiecesOrAtOnceItIsDots(String text) {
        assertThat(drawn(40, text)).contains("•".repeat(SECRET.length()) + ".").doesNotContain("canary");
    }

    @Test
    void brokenOverRows() {
        assertThat(drawn(12, "key " + SECRET + ".")).doesNotContain("can", "secret", "ecret", "value");
        assertThat(drawn(12, "key canary-5\r\necret-value.")).doesNotContain("canary", "ecret", "value");
    }

    @Test
    void inBase64() {
        String coded =
                java.util.Base64.getEncoder().encodeToString(SECRET.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(drawn(60, "token " + coded))
                .doesNotContain(coded.substring(0, 8))
                .contains("•••");
    }

    @Test
    void whatIsThereOfItBeforeTheRestComes() {
        assertThat(drawn(40, "key canary-5ec")).isEqualTo("key ••••••••••");
        assertThat(drawn(40, "key cans")).isEqualTo("key cans");
    }

    @Test
    void cutByTheEdge() {
        assertThat(drawn(20, "\u001b[1;9Hcanary-5ecre\u001b[3;1Hecret-value is it"))
                .doesNotContain("canary", "value");
    }
}
