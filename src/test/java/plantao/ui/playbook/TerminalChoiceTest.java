package plantao.ui.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plantao.playbook.screen.ScreenSnapshot;
import plantao.playbook.screen.Terminal;
import plantao.ui.playbook.TerminalChoice.Place;
import plantao.values.Masking;

class TerminalChoiceTest {
    private final TerminalChoice choice = new TerminalChoice();
    private final ScreenSnapshot shot = shot("see \"/var/log/app.log\" (日本 here)\r\nnext");

    private static ScreenSnapshot shot(String printed) {
        Terminal terminal = new Terminal(5, 40, Masking.NONE);
        terminal.take(printed.toCharArray(), 0, printed.length());
        return terminal.shot(0);
    }

    @Test
    void aWordEndsAtBlanksQuotesAndBrackets() {
        choice.word(new Place(0, 7), shot.lines().getFirst());
        assertThat(choice.text(shot)).isEqualTo("/var/log/app.log");
        choice.word(new Place(0, 26), shot.lines().getFirst());
        assertThat(choice.text(shot)).isEqualTo("日本");
    }

    @Test
    void aBlankIsNoWord() {
        choice.word(new Place(0, 3), shot.lines().getFirst());
        assertThat(choice.empty()).isTrue();
    }

    @Test
    void aRowIsWholeAndRowsAreLines() {
        choice.row(new Place(1, 2), shot.lines().get(1));
        assertThat(choice.text(shot)).isEqualTo("next");
        choice.begin(new Place(1, 2));
        choice.to(new Place(0, 24));
        assertThat(choice.text(shot)).isEqualTo("日本 here)\nne");
    }
}
