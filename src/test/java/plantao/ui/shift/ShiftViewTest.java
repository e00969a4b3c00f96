package plantao.ui.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import plantao.desk.Event;
import plantao.journal.Tick;
import plantao.ui.fx.Screen;
import plantao.ui.papers.Papers;
import plantao.ui.papers.Screens;

class ShiftViewTest {

    @Test
    void checklistsComeInTheOrderOfTheShift() {
        Papers papers = Papers.with();
        List<Section> sections =
                Section.all(papers.board().current().orElseThrow().runbook());
        assertThat(sections)
                .extracting(Section::part)
                .startsWith(Section.Part.START, Section.Part.DURING, Section.Part.END)
                .endsWith(Section.Part.OTHER, Section.Part.OTHER);
    }

    @Test
    void spaceTicksAndTakesTheTickBack() throws Exception {
        Papers papers = Papers.with();
        papers.send(new Event.StartShift(papers.system(), "Marina Costa"));
        List<Tick> after = Screens.on(() -> {
            Parent root = Screens.laidOut(new ShiftView(papers.desktop(Locale.ENGLISH)));
            Node row = Screens.find(root, ".check-row");
            Screens.press(row, KeyCode.SPACE, false);
            List<Tick> ticks = papers.board().shift().orElseThrow().ticks();
            Screens.press(Screens.find(root, ".check-row"), KeyCode.SPACE, false);
            return ticks;
        });
        assertThat(after).hasSize(1).first().extracting(Tick::by).isEqualTo("Marina Costa");
        assertThat(papers.board().shift().orElseThrow().ticks()).isEmpty();
    }

    @Test
    void aTickKeepsTheRowsOfTheOthers() throws Exception {
        Papers papers = Papers.with();
        papers.send(new Event.StartShift(papers.system(), "Marina Costa"));
        Screens.on(() -> {
            Parent root = Screens.laidOut(new ShiftView(papers.desktop(Locale.ENGLISH)));
            List<Node> before = List.copyOf(root.lookupAll(".check-row"));
            Screens.press(before.getFirst(), KeyCode.SPACE, false);
            root.applyCss();
            assertThat(root.lookupAll(".check-row")).containsExactlyInAnyOrderElementsOf(before);
            return null;
        });
    }

    @Test
    void enterStartsTheShiftUnderTheNameThatIsThere() throws Exception {
        Papers papers = Papers.with();
        Screens.on(() -> {
            Parent root = Screens.laidOut(new ShiftView(papers.desktop(Locale.of("pt", "BR"))));
            TextField name = Screens.find(root, "#shift-operator");
            assertThat(name.getText()).isEqualTo("Marina Costa");
            name.setText("Rafael Lima");
            Screens.<Button>find(root, "#start-shift-now").fire();
            assertThat(root.lookup("#shift-operator")).isNull();
            return null;
        });
        assertThat(papers.board().shift().orElseThrow().operator()).isEqualTo("Rafael Lima");
    }

    @Test
    void endingLeadsToTheHandoffOfThisShift() throws Exception {
        Papers papers = Papers.plain();
        papers.send(new Event.StartShift(papers.system(), "Marina Costa"));
        Screens.on(() -> {
            Screens.<Button>find(Screens.laidOut(new ShiftView(papers.desktop(Locale.ENGLISH))), "#end")
                    .fire();
            return null;
        });
        assertThat(papers.navigation().goal().screen()).isEqualTo(Screen.HANDOFFS);
        assertThat(papers.navigation().goal().chosen())
                .isEqualTo(papers.board().shift().orElseThrow().id());
    }
}
