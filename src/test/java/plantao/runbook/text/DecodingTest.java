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

    @Test
    void readsTextWithBytesOfAnotherPageAmidUtf8() {
        byte[] good = "Operação\n".getBytes(StandardCharsets.UTF_8);
        byte[] bad = "não\n".getBytes(Charset.forName("windows-1252"));
        byte[] both = java.util.Arrays.copyOf(good, good.length + bad.length);
        System.arraycopy(bad, 0, both, good.length, bad.length);
        assertThat(Decoding.text(both))
                .satisfies(t -> assertThat(Mojibake.repaired(t))
                        .satisfies(r -> assertThat(r.text()).isEqualTo("Operação\nnão\n")));
    }

    @Test
    void cutsAtTheEndOfALine() {
        assertThat(Decoding.wholeLines("a\nçé".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("a\n".getBytes(StandardCharsets.UTF_8));
        assertThat(Decoding.wholeLines("a\nb".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo("a\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(Decoding.wholeLines("abc".getBytes(StandardCharsets.UTF_8))).hasSize(3);
    }
}
