package plantao.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plantao.values.Masking;

final class LineTextTest {
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder whole = new StringBuilder();
    private Instant now = Instant.EPOCH;

    private LineText text(Masking masking) {
        return new LineText(masking, () -> now, (text, begins, ends) -> {
            whole.append(text).append(ends ? "\n" : "");
            if (begins) {
                lines.add(text);
            }
        });
    }

    private List<String> read(byte[] bytes, int pieces) {
        lines.clear();
        LineText text = text(Masking.NONE);
        for (int i = 0; i < bytes.length; i += pieces) {
            byte[] piece = java.util.Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + pieces));
            text.accept(piece, piece.length);
        }
        text.end();
        return lines;
    }

    /// `␛` stands for ESC, `␇` for BEL, `¶` for a line's end, `⏎` for a carriage return, `⌫` for backspace.
    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a¶b,a|b",
                "a⏎¶b¶,a|b",
                "10%⏎50%⏎100%¶done¶,100%|done",
                "⏎⏎a¶,a",
                "x⏎,x",
                "abc⌫⌫d¶,ad",
                "⌫a¶,a",
                "␛[31;1mred␛[0m¶,red",
                "␛[?25l␛[2K␛[1;1Hx¶,x",
                "␛]0;title␇x¶,x",
                "␛]52;c;ZXZpbA==␛\\x¶,x",
                "␛Pq#0␛\\x¶,x",
                "␛]0;open¶next¶,|next",
                "␛[31¶next¶,|next",
                "␛(Bx␛=y¶,xy",
                "␛,",
                "a\u009b31mb\u009d0;t\u009cc¶,abc",
                "a\u202eb\u2066c¶,abc",
                "tab\tx\u0001\u007f¶,tab\tx",
                "¶¶a,||a",
                "ação 日本 😀¶,ação 日本 😀",
            })
    void leavesOnlyWhatIsHarmlessHoweverTheInputIsCut(String printed, String expected) {
        byte[] bytes = printed.replace('␛', '\u001b')
                .replace('␇', '\u0007')
                .replace('¶', '\n')
                .replace('⏎', '\r')
                .replace('⌫', '\b')
                .getBytes(StandardCharsets.UTF_8);
        List<String> wanted = expected == null ? List.of() : List.of(expected.split("\\|", -1));

        for (int pieces : new int[] {1, 2, 3, 5, 1000}) {
            assertThat(read(bytes, pieces)).as("pieces of %d", pieces).isEqualTo(wanted);
        }
    }

    @Test
    void replacesWhatIsNoUtf8() {
        byte[] bytes = {'a', (byte) 0xff, 'b', (byte) 0xc3, '\n', (byte) 0xe6, (byte) 0x97};
        assertThat(read(bytes, 1)).containsExactly("a\uFFFDb\uFFFD", "\uFFFD");
    }

    @Test
    void tellsAChangingLineAtMostOnceASecond() {
        LineText text = text(Masking.NONE);
        for (int i = 1; i <= 30; i++) {
            now = now.plusMillis(100);
            byte[] bar = (i + "%\r").getBytes(StandardCharsets.UTF_8);
            text.accept(bar, bar.length);
        }
        text.end();

        assertThat(lines).containsExactly("9%", "19%", "29%", "30%");
    }

    @Test
    void cutsLongLinesWithoutLosingALetterOrShowingHalfASecret() {
        String secret = "hunter22-and-a-long-tail";
        Masking masking = Masking.of(List.of(secret));
        for (int before = LineText.LONGEST - secret.length() - 2; before < LineText.LONGEST + 2; before += 3) {
            whole.setLength(0);
            byte[] bytes =
                    ("x".repeat(before) + secret + "y".repeat(LineText.LONGEST)).getBytes(StandardCharsets.UTF_8);
            LineText text = text(masking);
            text.accept(bytes, bytes.length);
            text.end();

            assertThat(whole.toString())
                    .isEqualTo("x".repeat(before) + "••••••••" + "y".repeat(LineText.LONGEST) + "\n");
        }
    }

    @Test
    void coloursAreKeptBesideTheText() {
        assertThat(paints("\u001b[1;31mfailed\u001b[0m then \u001b[92mok\n", Masking.NONE))
                .containsExactly(new TextStyle(0, 6, 1, true, false), new TextStyle(12, 14, 10, false, false));
        assertThat(paints("\u001b[38;5;196mhot\u001b[38;2;0;0;250m cold\u001b[39m.\n", Masking.NONE))
                .containsExactly(new TextStyle(0, 3, 9, false, false), new TextStyle(3, 8, 12, false, false));
        assertThat(paints("\u001b[33mone\ntwo\n", Masking.NONE))
                .as("a colour lasts until it is changed")
                .containsExactly(new TextStyle(0, 3, 3, false, false), new TextStyle(0, 3, 3, false, false));
        assertThat(paints("\u001b[31m50%\r\u001b[32m100%\n", Masking.NONE))
                .containsExactly(new TextStyle(0, 4, 2, false, false));
        assertThat(paints("\u001b[99999999999999999999;xm\u001b[;;;mplain\n", Masking.NONE))
                .isEmpty();
        assertThat(paints("\u001b[31mthe hunter2 is\n", Masking.of(List.of("hunter2"))))
                .as("where a secret was taken out, no place is told")
                .isEmpty();
    }

    private List<TextStyle> paints(String printed, Masking masking) {
        List<TextStyle> all = new ArrayList<>();
        LineText text = new LineText(masking, () -> now, new LineText.Sink() {
            @Override
            public void take(String line, boolean begins, boolean ends) {}

            @Override
            public void take(String line, List<TextStyle> paints, boolean begins, boolean ends) {
                all.addAll(paints);
            }
        });
        byte[] bytes = printed.getBytes(StandardCharsets.UTF_8);
        text.accept(bytes, bytes.length);
        text.end();
        return all;
    }
}
