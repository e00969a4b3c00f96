package plantao.ui.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.UUID;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import plantao.desk.Event;
import plantao.journal.Handoff;
import plantao.ui.fx.Screen;
import plantao.ui.papers.Papers;
import plantao.ui.papers.Screens;

class HandoffsViewTest {
    private final Papers papers = Papers.with(Papers.outage());

    @Test
    void theDraftFollowsTheLogUntilSomebodyWrites() {
        DraftText text = new DraftText(new HashMap<>());
        UUID shift = new UUID(0, 1);
        assertThat(text.at(new HandoffPage.Draft(shift, "Marina", Instant.EPOCH, 1), () -> "one"))
                .isEqualTo("one");
        assertThat(text.at(new HandoffPage.Draft(shift, "Marina", Instant.EPOCH, 2), () -> "two"))
                .isEqualTo("two");
        text.typed("mine");
        assertThat(text.at(new HandoffPage.Draft(shift, "Marina", Instant.EPOCH, 3), () -> "three"))
                .isEqualTo("mine");
        text.renew(() -> "four");
        assertThat(text.at(new HandoffPage.Draft(shift, "Marina", Instant.EPOCH, 3), () -> "five"))
                .isEqualTo("four");
    }

    @Test
    void whatSomebodyWroteIsStillThereInAnotherLanguage() throws Exception {
        papers.send(new Event.StartShift(papers.system(), "Marina Costa"));
        String written = Screens.on(() -> {
            Parent first = Screens.laidOut(new HandoffsView(papers.desktop(Locale.ENGLISH)));
            Screens.<TextArea>find(first, ".editor").appendText("\nCuidado com o forno 2.");
            Parent second = Screens.laidOut(new HandoffsView(papers.desktop(Locale.of("pt", "BR"))));
            return Screens.<TextArea>find(second, ".editor").getText();
        });
        assertThat(written).endsWith("Cuidado com o forno 2.");
    }

    @Test
    void theShiftEndsWithTheTextAsItStands() throws Exception {
        papers.send(new Event.StartShift(papers.system(), "Marina Costa"));
        Screens.on(() -> {
            HandoffsView view = new HandoffsView(papers.desktop(Locale.ENGLISH));
            Parent root = Screens.laidOut(view);
            view.shown(papers.board().shift().orElseThrow().id());
            Screens.<TextArea>find(root, ".editor").appendText("\nCuidado com o forno 2.");
            Screens.<TextField>find(root, "#to").setText(" Rafael Lima ");
            Screens.press(Screens.find(root, "#to"), KeyCode.ENTER, true);
            return null;
        });
        Handoff handoff = papers.board().journal().handoffs().getLast();
        assertThat(handoff.to()).isEqualTo("Rafael Lima");
        assertThat(handoff.markdown()).endsWith("Cuidado com o forno 2.");
        assertThat(papers.board().shift()).isEmpty();
    }

    @Test
    void acceptingStartsTheShiftOfTheOneNamed() throws Exception {
        papers.send(new Event.StartShift(papers.system(), "Marina Costa"));
        papers.send(new Event.EndShift(papers.system(), "Rafael Lima", "# Passagem"));
        Screens.on(() -> {
            HandoffsView view = new HandoffsView(papers.desktop(Locale.of("pt", "BR")));
            Parent root = Screens.laidOut(view);
            view.shown(null);
            assertThat(Screens.<TextField>find(root, "#by").getText()).isEqualTo("Rafael Lima");
            Screens.press(Screens.find(root, "#accept"), KeyCode.ENTER, true);
            return null;
        });
        assertThat(papers.board().shift().orElseThrow().operator()).isEqualTo("Rafael Lima");
        assertThat(papers.board().journal().waitingHandoff(papers.system())).isEmpty();
        assertThat(papers.navigation().goal().screen()).isEqualTo(Screen.SHIFT);
    }

    @Test
    void theFiguresAreTheReportThatIsExported() throws Exception {
        papers.send(new Event.StartShift(papers.system(), "Marina Costa"));
        Screens.on(() -> {
            Parent root = Screens.laidOut(new HandoffsView(papers.desktop(Locale.ENGLISH)));
            Screens.<Button>find(root, "#figuresOpen").fire();
            Screens.find(root, "#weeks-12");
            Screens.<MenuButton>find(root, ".split-menu-button")
                    .getItems()
                    .getFirst()
                    .fire();
            Screens.press(Screens.find(root, "#weeks-12"), KeyCode.ESCAPE, false);
            assertThat(root.lookup("#weeks-12")).isNull();
            return null;
        });
        assertThat(papers.sent())
                .filteredOn(e -> e instanceof Event.ExportFile)
                .singleElement()
                .extracting(e -> (Event.ExportFile) e)
                .matches(e -> e.name().endsWith(".html") && e.what().equals("figures"))
                .matches(e -> e.language() != null, "in the language of the window")
                .matches(e ->
                        e.text().contains("| SEV 1 | 1 |") && e.text().contains("| API fora do ar | 1 | 0 | 210 |"));
    }
}
