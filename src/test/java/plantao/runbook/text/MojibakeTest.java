package plantao.runbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {
    private static final String TEXT =
            "# Operação — plantão\n\n## 🚨 Não está saudável?\n\n- “Reinício” à mão → ✅ pronto, 5 °C, nº 3\n- É já: ÁÉÍÓÚ ções…\n";

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "x-MacRoman"})
    void putsAWholeTextRight(String charset) {
        String broken = taken(TEXT, charset);
        assertThat(Mojibake.repaired(broken)).satisfies(r -> {
            assertThat(r.text()).isEqualTo(TEXT);
            assertThat(r.first()).isEqualTo(1);
            assertThat(r.places()).isGreaterThan(15);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "x-MacRoman"})
    void putsPartsRightAndSaysWhere(String charset) {
        String mixed = "# Operação\n\nSão três.\n\n" + taken("Atenção: não é só aqui.", charset) + "\n";
        assertThat(Mojibake.repaired(mixed)).satisfies(r -> {
            assertThat(r.text()).isEqualTo("# Operação\n\nSão três.\n\nAtenção: não é só aqui.\n");
            assertThat(r.first()).isEqualTo(5);
            assertThat(r.places()).isEqualTo(5);
        });
    }

    @Test
    void putsRightWhatWasTakenWronglyTwice() {
        String twice = taken(taken("Ação não concluída.\n", "windows-1252"), "windows-1252");
        assertThat(Mojibake.repaired(twice)).satisfies(r -> assertThat(r.text()).isEqualTo("Ação não concluída.\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain ASCII",
                "# Operação — plantão 🚨 ✅ “aspas” ‘à’ Ångström, naïve, 25 °C, § 4, ½, €",
                "Diga “MAÇÃ” e “IRMÃ” — NÃO É ÂNGULO; ÃO, Â, Ä",
                "√2 ≈ 1,41 ¬p ∆t ‚leise‘ ‚ähnlich‘ ƒ(x)",
                "日本語 Привет ελληνικά"
            })
    void leavesWhatIsRight(String text) {
        assertThat(Mojibake.repaired(text)).isNull();
    }

    @Test
    void knowsBothCodePagesByteForByte() {
        Charset mac = Charset.forName("x-MacRoman");
        Charset windows = Charset.forName("windows-1252");
        for (int b = 0x80; b <= 0xFF; b++) {
            char m = new String(new byte[] {(byte) b}, mac).charAt(0);
            assertThat(CodePage.MAC_ROMAN.byteOf(m)).as("mac %x", b).isEqualTo(b);
            char w = new String(new byte[] {(byte) b}, windows).charAt(0);
            if (w != '\uFFFD') {
                assertThat(CodePage.WINDOWS_1252.byteOf(w)).as("windows %x", b).isEqualTo(b);
            }
        }
    }

    // Bytes without a character become what browsers make of them: the control character of the same number.
    private static String taken(String text, String charset) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            String one = new String(new byte[] {b}, Charset.forName(charset));
            out.append(one.equals("\uFFFD") ? String.valueOf((char) (b & 0xFF)) : one);
        }
        return out.toString();
    }
}
