package plantao.playbook.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Keys as xterm sends them (ctlseqs, "PC-Style Function Keys").
class KeysTest {
    @ParameterizedTest
    @CsvSource({
        "UP, '', false, ^[[A",
        "UP, '', true, ^[OA",
        "LEFT, c, true, ^[[1;5D",
        "RIGHT, a, false, ^[[1;3C",
        "HOME, '', false, ^[[H",
        "END, s, false, ^[[1;2F",
        "F1, '', false, ^[OP",
        "F4, c, false, ^[[1;5S",
        "F5, '', false, ^[[15~",
        "F12, sc, false, ^[[24;6~",
        "DELETE, '', false, ^[[3~",
        "PAGE_UP, '', true, ^[[5~",
        "TAB, s, false, ^[[Z",
        "BACKSPACE, '', false, ^?",
        "BACKSPACE, a, false, ^[^?",
        "ESCAPE, '', false, ^["
    })
    void keys(Keys.Key key, String modifiers, boolean cursorKeys, String sent) {
        assertThat(Keys.of(key, modifiers.contains("s"), modifiers.contains("a"), modifiers.contains("c"), cursorKeys))
                .isEqualTo(sent.replace("^[", "\u001b").replace("^?", "\u007f"));
    }

    @ParameterizedTest
    @CsvSource({"99, 3", "67, 3", "32, 0", "91, 27", "92, 28", "47, 31", "63, 127"})
    void control(int character, int sent) {
        assertThat(Keys.control(character, false)).isEqualTo(String.valueOf((char) sent));
        assertThat(Keys.control('é', false)).isEmpty();
    }

    @Test
    void aPasteCanNotEndItselfOrSteer() {
        assertThat(Keys.paste("a\r\nb\u001b[201~\u0003;\u009b", true)).isEqualTo("\u001b[200~a\rb[201~;\u001b[201~");
        assertThat(Keys.paste("a\tb\n", false)).isEqualTo("a\tb\r");
    }

    @Test
    void aPasteIsAsManyLinesAsWouldBeSent() {
        assertThat(Keys.lines("ls")).isEqualTo(1);
        assertThat(Keys.lines("ls\r\n")).isEqualTo(2);
        assertThat(Keys.lines("a\rb\nc")).isEqualTo(3);
        assertThat(Keys.paste("a\rb", false)).isEqualTo("a\rb");
    }
}
