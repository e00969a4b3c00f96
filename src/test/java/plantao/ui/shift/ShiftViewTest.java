package plantao.ui.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import plantao.desk.Event;
import plantao.journal.ItemState;
import plantao.journal.ItemState.Status;
import plantao.journal.Routine;
import plantao.runbook.read.RunbookReader;
import plantao.ui.fx.Screen;
import plantao.ui.papers.Papers;
import plantao.ui.papers.Screens;

class ShiftViewTest {

    @Test
    void checklistsComeInTheOrderOfTheShift() {
        Papers papers = Papers.with();
        Routine routine = Routine.of(papers.board().current().orElseThrow().runbook());
        assertThat(routine.groups())
                .extracting(Routine.Group::part)
                .containsExactly(
                        Routine.Part.START,
                        Routine.Part.DURING,
                        Routine.Part.END,
                        Routine.Part.RECURRING,
                        Routine.Part.OTHER,
                        Routine.Part.WORK,
                        Routine.Part.WORK);
    }

    @Test
    void spaceTicksAndTakesTheTickBack() throws Exception {
        Papers papers = Papers.with();
        papers.send(new Event.StartShift(papers.system(), "Marina Costa"));
        List<ItemState> after = Screens.on(() -> {
            Parent root = Screens.laidOut(new ShiftView(papers.desktop(Locale.ENGLISH)));
            Node row = Screens.find(root, ".check-row");
            Screens.press(row, KeyCode.SPACE, false);
            List<ItemState> ticks = papers.board().shift().orElseThrow().items();
            Screens.press(Screens.find(root, ".check-row"), KeyCode.SPACE, false);
            return ticks;
        });
        assertThat(after).hasSize(1).first().extracting(ItemState::by).isEqualTo("Marina Costa");
        assertThat(papers.board().shift().orElseThrow().items()).noneMatch(ItemState::settled);
    }

    @Test
    void lettersPutOffLeaveOutNoteAndGiveAnItem() throws Exception {
        Papers papers = Papers.with();
        papers.send(new Event.StartShift(papers.system(), "Marina Costa"));
        Screens.on(() -> {
            Parent root = Screens.laidOut(new ShiftView(papers.desktop(Locale.ENGLISH)));
            List<Node> rows = List.copyOf(root.lookupAll(".check-row"));
            say(rows.get(0), "f", "09:00 calendar is down");
            say(rows.get(1), "s", "no logs on this machine");
            say(rows.get(2), "n", "p95 is 212 ms");
            say(rows.get(2), "o", "Rafael Lima");
            assertThat(root.lookupAll(".row-ask")).isEmpty();
            return null;
        });
        List<ItemState> items = papers.board().shift().orElseThrow().items();
        assertThat(items).extracting(ItemState::status).containsExactly(Status.DEFERRED, Status.SKIPPED, Status.OPEN);
        assertThat(items.get(0).until()).isEqualTo("2026-11-22T09:00:00Z");
        assertThat(items.get(0).words()).isEqualTo("calendar is down");
        assertThat(items.get(1).words()).isEqualTo("no logs on this machine");
        assertThat(items.get(2).remarks()).singleElement().matches(r -> r.text().equals("p95 is 212 ms"));
        assertThat(items.get(2).owner()).isEqualTo("Rafael Lima");
    }

    @Test
    void leavingOutNeedsAReason() throws Exception {
        Papers papers = Papers.with();
        Screens.on(() -> {
            Parent root = Screens.laidOut(new ShiftView(papers.desktop(Locale.ENGLISH)));
            Node row = Screens.find(root, ".check-row");
            say(row, "s", " ");
            assertThat(row.lookup(".row-ask")).isNotNull();
            return null;
        });
        assertThat(papers.sent()).isEmpty();
    }

    private static void say(Node row, String letter, String words) {
        javafx.event.Event.fireEvent(
                row, new KeyEvent(KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false, false));
        TextField field = (TextField) row.lookup(".row-ask");
        field.setText(words);
        field.fireEvent(new ActionEvent());
    }

    @Test
    void scheduledWorkIsTickedWhereItIsDue() throws Exception {
        Papers papers = Papers.with();
        Screens.on(() -> {
            Parent root = Screens.laidOut(new ShiftView(papers.desktop(Locale.ENGLISH)));
            Node row = Screens.find(root, ".due-row");
            Screens.press(row, KeyCode.SPACE, false);
            return null;
        });
        assertThat(papers.board().journal().items(papers.system()))
                .singleElement()
                .matches(i -> i.settled() && i.item().contains("semanal"));
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

    @Test
    void theBlanksOfAPaperFormAreFilledIn() throws Exception {
        Papers papers = Papers.showing(RunbookReader.read("runbook.md", Map.of("runbook.md", """
                # Mill

                ## Daily checklist

                ```text
                Morning (08:00):
                □ Logs read
                □ Metrics stable
                □ No complaints

                Completed by: ______________
                ```
                """)));
        papers.send(new Event.StartShift(papers.system(), "Marina Costa"));
        Screens.on(() -> {
            Parent root = Screens.laidOut(new ShiftView(papers.desktop(Locale.ENGLISH)));
            Screens.<TextField>find(root, ".field-value").fireEvent(new ActionEvent());
            return null;
        });
        assertThat(papers.board().journal().items(papers.system()))
                .singleElement()
                .matches(i -> i.item().equals("Completed by"))
                .matches(i -> i.remarks().getFirst().text().equals("Marina Costa"));
    }
}
