package plantao.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plantao.alert.Alert;
import plantao.desk.Board;

class TitleTest {
    @Test
    void theTitleCountsWhatWaitsForSomebody() {
        Board trouble = Samples.trouble();
        long waiting = trouble.systems().getFirst().alerts().stream()
                .filter(Alert::unacknowledged)
                .count();
        assertThat(waiting).isPositive();
        assertThat(Window.title(trouble)).startsWith("(" + waiting + ") ").endsWith("Plantão");
        assertThat(Window.title(Samples.calm())).doesNotContain("(");
    }
}
