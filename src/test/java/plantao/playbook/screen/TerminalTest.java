package plantao.playbook.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plantao.values.Masking;

/// What sequences of characters do to a screen, as ECMA-48 and xterm have it.
class TerminalTest {
    private final Terminal terminal = new Terminal(4, 10, Masking.NONE);

    private String print(String text) {
        return terminal.take(text.toCharArray(), 0, text.length());
    }

    private List<String> shown() {
        return terminal.shot(0).text();
    }

    private void at(int row, int column) {
        ScreenSnapshot shot = terminal.shot(0);
        assertThat(List.of(shot.cursorRow(), shot.cursorColumn())).isEqualTo(List.of(row, column));
    }

    @Test
    void whatWasScrolledBackToStandsStillWhileMoreIsPrinted() {
        print("1\r\n2\r\n3\r\n4\r\n5\r\n6");
        ScreenSnapshot before = terminal.shot(1);
        assertThat(before.text()).startsWith("2", "3");
        print("\r\n7\r\n8\r\n9");
        assertThat(terminal.shot(before.kept(), before.gone()).text()).startsWith("2", "3");
        assertThat(terminal.shot(0, before.gone()).text()).containsExactly("6", "7", "8", "9");
    }

    @Test
    void textGoesOnInTheNextRowAndOutAtTheTop() {
        print("0123456789abc\r\nx\r\ny\r\nz");

        assertThat(shown()).containsExactly("abc", "x", "y", "z");
        assertThat(terminal.shot(9).text()).startsWith("0123456789", "abc");
        assertThat(terminal.shot(9).lines().getFirst().goesOn()).isTrue();
        at(3, 1);
    }

    @Test
    void theLastColumnIsWrittenBeforeTheCursorGoesOn() {
        print("0123456789\r\nx");

        assertThat(shown()).containsExactly("0123456789", "x");
    }

    @ParameterizedTest
    @CsvSource({
        "^[2;3H, 1, 2",
        "^[3;3H^[2A, 0, 2",
        "^[2;3H^[5C, 1, 7",
        "^[2;3H^[99D, 1, 0",
        "^[2;3H^[E, 2, 0",
        "^[2;3H^[5G, 1, 4",
        "^[2;3H^[4d, 3, 2",
        "^[99;99H, 3, 9",
        "^[2;3H^7^[H^8, 1, 2",
        "^[2;3H^[s^[H^[u, 1, 2",
        "^[2;3H^[0;0H, 0, 0",
        "^[2;3H^[99B, 3, 2"
    })
    void theCursorIsMoved(String sequences, int row, int column) {
        print(sequences.replace('^', '\u001b'));

        at(row, column);
    }

    @ParameterizedTest
    @CsvSource({
        "[K, 01",
        "[1K, '   345'",
        "[2K, ''",
        "[X, '01 345'",
        "[2X, '01  45'",
        "[2P, 0145",
        "[2@, '01  2345'",
    })
    void partsOfARowAreTakenOutAndPutIn(String sequence, String left) {
        print("012345\r\u001b[2C\u001b" + sequence);

        assertThat(shown().stream().findFirst().orElse("")).isEqualTo(left);
    }

    @Test
    void rowsAreTakenOutAndPutInBetweenMargins() {
        print("a\r\nb\r\nc\r\nd\u001b[2;3r\u001b[2;1H\u001b[L");
        assertThat(shown()).containsExactly("a", "", "b", "d");

        print("\u001b[M");
        assertThat(shown()).containsExactly("a", "b", "", "d");

        print("\u001b[3;1Hx\ny");
        assertThat(shown()).containsExactly("a", "x", " y", "d");

        print("\u001b[2;1H\u001bM");
        assertThat(shown()).containsExactly("a", "", "x", "d");
    }

    @Test
    void aWholeScreenIsErasedInParts() {
        print("aa\r\nbb\r\ncc\r\ndd\u001b[2;2H\u001b[J");
        assertThat(shown()).containsExactly("aa", "b");

        print("\u001b[2J");
        assertThat(shown()).isEmpty();
    }

    @Test
    void coloursOfAllPalettesAreKept() {
        print("\u001b[1;31;44mA\u001b[38;5;208mB\u001b[48;2;1;2;3mC\u001b[38:2::9:8:7mD\u001b[0mE\u001b[97;7mF");
        ScreenSnapshot.Line line = terminal.shot(0).lines().getFirst();

        assertThat(Pen.foreground(line.look(0))).isEqualTo(2);
        assertThat(Pen.background(line.look(0))).isEqualTo(5);
        assertThat(Pen.has(line.look(0), Pen.BOLD)).isTrue();
        assertThat(Pen.foreground(line.look(1))).isEqualTo(209);
        assertThat(Pen.rgb(208)).isEqualTo(0xff8700);
        assertThat(Pen.background(line.look(2))).isEqualTo(Pen.DIRECT | 0x010203);
        assertThat(Pen.foreground(line.look(3))).isEqualTo(Pen.DIRECT | 0x090807);
        assertThat(line.look(4)).isEqualTo(Pen.PLAIN);
        assertThat(Pen.foreground(line.look(5))).isEqualTo(16);
        assertThat(Pen.has(line.look(5), Pen.INVERSE)).isTrue();
    }

    @Test
    void wideCharactersTakeTwoCellsAndMarksNone() {
        print("日本e\u0301x");
        assertThat(terminal.shot(0).lines().getFirst().text(4)).isEqualTo("e\u0301");
        at(0, 6);

        print("\u001b[1;2H.");
        assertThat(shown()).containsExactly(" .本e\u0301x");
    }

    @Test
    void aWideCharacterIsNotCutByTheEdge() {
        print("012345678日");

        assertThat(shown()).containsExactly("012345678", "日");
    }

    @Test
    void linesAreDrawnWithTheSpecialSet() {
        print("\u001b(0lqk\u001b(B lqk \u001b)0\u000ex\u000f");

        assertThat(shown()).containsExactly("┌─┐ lqk │");
    }

    @Test
    void theAlternateScreenLeavesTheOtherAsItWas() {
        print("before\u001b[?1049h\u001b[2J\u001b[Hwhole");
        assertThat(terminal.alternate()).isTrue();
        assertThat(shown()).containsExactly("whole");

        print("\u001b[?1049l!");
        assertThat(shown()).containsExactly("before!");
        assertThat(terminal.lastWhole()).containsExactly("whole");
    }

    @Test
    void onlyHarmlessQuestionsAreAnswered() {
        assertThat(print("ab\u001b[6n")).isEqualTo("\u001b[1;3R");
        assertThat(print("\u001b[5n")).isEqualTo("\u001b[0n");
        assertThat(print("\u001b[c")).isEqualTo("\u001b[?62;22c");
        assertThat(print("\u001b[21t\u001b[>c\u001b]52;c;?\u0007\u001bP$qm\u001b\\\u001b[?6$p\u001b]11;?\u001b\\"))
                .isEmpty();
        assertThat(shown()).containsExactly("ab");
        assertThat(print("\u001b[6n".repeat(5000)).length()).isLessThan(200);
    }

    @Test
    void titlesAndTheClipboardAreLeftAlone() {
        print("\u001b]0;title\u0007\u001b]52;c;aGk=\u001b\\ok");

        assertThat(shown()).containsExactly("ok");
    }

    @Test
    void modesThatKeysDependOnAreTold() {
        print("\u001b[?1h\u001b[?2004h\u001b[?25l");
        ScreenSnapshot shot = terminal.shot(0);

        assertThat(shot.cursorKeys()).isTrue();
        assertThat(shot.pasteMarked()).isTrue();
        assertThat(shot.cursorRow()).isEqualTo(-1);
    }

    @Test
    void anotherSizeKeepsTheCursorsRow() {
        print("a\r\nb\r\nc\r\nd");
        terminal.size(2, 20);
        assertThat(shown()).containsExactly("c", "d");
        at(1, 1);

        terminal.size(6, 3);
        print("\r\nlonger");
        assertThat(shown()).containsExactly("c", "d", "lon", "ger");
    }

    @Test
    void tabsStopEveryEightColumnsAndWhereTheyAreSet() {
        print("a\tb\u001b[3g\r\u001b[3C\u001bH\r\tc");

        assertThat(shown()).containsExactly("a  c    b");
    }

    @Test
    void nothingThatIsPrintedStopsTheScreen() {
        java.util.Random random = new java.util.Random(7);
        String parts = "\u001b[];?0123456789HJKLMPXhlmrsuABCDnct()#\u009b\n\r\t\b日e\u0301\uD83D\uDE00\u000e\u0018 ";
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            all.append(parts.charAt(random.nextInt(parts.length())));
        }
        print(all.toString());
        terminal.size(7, 33);
        print(all.toString());

        assertThat(terminal.shot(10_000).lines()).hasSizeBetween(7, 7 + Grid.HISTORY);
    }
}
