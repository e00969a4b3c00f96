package plantao.runbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DecodingTest {
    private static final String TEXT = "# Plantão — ação\n";

    @Test
    void readsEveryUsualEncoding() {
        assertThat(Decoding.text(TEXT.getBytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
        assertThat(Decoding.text(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(TEXT);
        assertThat(Decoding.text(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(TEXT);
        assertThat(Decoding.text(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo(TEXT);
        assertThat(Decoding.text(TEXT.repeat(9).replace('—', '-').getBytes(StandardCharsets.UTF_16LE)))
                .startsWith("# Plantão");
        assertThat(Decoding.text(TEXT.getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(TEXT);
    }

    @Test
    void refusesWhatIsNoText() {
        assertThat(Decoding.text(new byte[] {1, 0, 0, 7, 0, 9, 8, 0, 0, 0, 3})).isNull();
    }
}
