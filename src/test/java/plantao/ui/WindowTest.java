package plantao.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.PracticeBoard;
import plantao.runbook.Risk;

class WindowTest {
    private final FxRobot robot = new FxRobot();

    @RegisterExtension
    private final WindowStand stand = new WindowStand(Samples.trouble());

    @Test
    void theHeadlineTellsWhatIsWrong() {
        assertThat(stand.words()).contains("1 down", "1 degraded", "4 up").contains("because of API de pedidos");
    }

    @Test
    void theKeyAAcknowledgesTheFirstAlertThatWaits() {
        robot.type(KeyCode.A);

        assertThat(stand.events).containsExactly(new Event.Acknowledge("Loja", "API fora do ar"));
    }

    @Test
    void theKeyJMovesToTheNextAlertAndAAcknowledgesThatOne() {
        robot.type(KeyCode.J, KeyCode.A);

        assertThat(stand.events).containsExactly(new Event.Acknowledge("Loja", "Conexões ao banco > 95"));
    }

    @Test
    void enterOpensTheAlertsPlaybook() {
        robot.type(KeyCode.ENTER);

        assertThat(stand.events)
                .containsExactly(
                        new Event.OpenRun("Loja", "4.1 API não responde (502/503/504)", 300, "API fora do ar"));
    }

    @Test
    void theKeyJEntersAListThatCameWhileNothingHadTheFocus() throws TimeoutException {
        stand.reopen(Samples.calm());
        stand.show(Samples.trouble());
        robot.type(KeyCode.J, KeyCode.ENTER);

        assertThat(stand.events)
                .containsExactly(
                        new Event.OpenRun("Loja", "4.1 API não responde (502/503/504)", 300, "API fora do ar"));
    }

    @Test
    void aNewBoardKeepsTheChosenAlert() {
        robot.type(KeyCode.J);
        stand.show(Samples.trouble().withNow(Samples.NOW.plusSeconds(1)));
        robot.type(KeyCode.A);

        assertThat(stand.events).containsExactly(new Event.Acknowledge("Loja", "Conexões ao banco > 95"));
    }

    @Test
    void theKeyDAndEnterDeclareAnIncidentAsItIsProposed() {
        robot.type(KeyCode.D);
        assertThat(stand.events).isEmpty();
        robot.type(KeyCode.ENTER);

        assertThat(stand.events).singleElement().isInstanceOfSatisfying(Event.DeclareIncident.class, e -> {
            assertThat(e.title()).isNotBlank();
            assertThat(e.severity()).isEqualTo(1);
        });
    }

    @Test
    void whoDoesNotDeclareAfterAllStandsWhereHeStood() {
        robot.type(KeyCode.J).type(KeyCode.D).type(KeyCode.ESCAPE).type(KeyCode.A);

        assertThat(stand.events).containsExactly(new Event.Acknowledge("Loja", "Conexões ao banco > 95"));
    }

    @Test
    void theTabKeyStaysInTheCardThatAsks() {
        robot.type(KeyCode.D);
        for (int i = 0; i < 9; i++) {
            robot.type(KeyCode.TAB);

            assertThat(stand.window.scene().getRoot().lookupAll(".dialog-card")).anyMatch(Node::isFocusWithin);
        }
    }

    @Test
    void titleAndSeverityOfAnIncidentAreChangedBeforeItIsDeclared() {
        robot.type(KeyCode.D)
                .write("Pool cheio")
                .push(KeyCode.ALT, KeyCode.DIGIT2)
                .type(KeyCode.ENTER);
        robot.type(KeyCode.D).type(KeyCode.ESCAPE);

        assertThat(stand.events).containsExactly(new Event.DeclareIncident("Loja", "API fora do ar", "Pool cheio", 2));
    }

    @Test
    void aNoteIsWrittenFromAnywhere() {
        robot.type(KeyCode.N).write("pool cheio").type(KeyCode.ENTER);

        assertThat(stand.events).containsExactly(new Event.AddNote("Loja", "pool cheio"));
    }

    @Test
    void aHalfTypedNoteSurvivesANewBoard() {
        stand.show(Samples.incident());
        robot.type(KeyCode.N).write("pool ");
        stand.show(Samples.incident().withNow(Samples.NOW.plusSeconds(1)));
        robot.write("cheio").type(KeyCode.ENTER);

        assertThat(stand.events).containsExactly(new Event.AddNote("Loja", "pool cheio"));
    }

    @Test
    void thePaletteFindsAPlaybookByItsWords() {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("conexoes playbook").type(KeyCode.ENTER);

        assertThat(stand.events)
                .containsExactly(new Event.OpenRun("Loja", "4.2 Conexões ao banco esgotadas", 360, null));
    }

    @Test
    void escapeClosesThePaletteAndNothingHappens() {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.type(KeyCode.ESCAPE);

        assertThat(robot.lookup("#palette-field").tryQuery()).isEmpty();
        assertThat(stand.events).isEmpty();
    }

    @Test
    void f1ListsTheKeys() {
        robot.type(KeyCode.F1);

        assertThat(stand.words()).contains("Keys", "Ctrl K");
    }

    @Test
    void aFolderThatIsBeingReadIsNamedOnEveryScreenThatCanBeVisitedMeanwhile() throws TimeoutException {
        Board empty = Board.empty(Samples.NOW, "ana");
        stand.reopen(empty.withOpening(List.of("/srv/books/payments")));

        for (String screen : List.of("shift", "playbooks", "incidents", "handoffs", "practice", "settings", "board")) {
            robot.clickOn("#rail-" + screen);
        }
        assertThat(stand.words()).contains("Reading payments …");

        stand.show(empty.withFailures(List.of(new Board.Failure("/srv/books/payments", "It is not readable."))));
        assertThat(stand.words()).contains("It is not readable.");
    }

    @Test
    void anOpenIncidentIsAlwaysInSight() {
        stand.show(Samples.incident());

        assertThat(stand.words()).contains("SEV 1", "06:31", "10:34", "SRE Lead in");
    }

    @Test
    void theOperatorIsToldThatEntriesAreNotSavedAndThatNothingIsApproved() {
        stand.show(Samples.awkward());

        assertThat(stand.words())
                .contains("1 unsaved", "nobody on call", "runbook.md was read again: 2 steps changed.");
        robot.clickOn("#review-trust").clickOn("#approve-trust");
        assertThat(stand.events).containsExactly(new Event.ApproveTrust("Loja"));
    }

    @Test
    void whatIsAskedOverAScreenKeepsTheKeysAlsoWhenTheScreenComesBack() {
        stand.show(Samples.awkward());
        robot.clickOn("#review-trust").clickOn("#rail-shift").clickOn("#rail-board");
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);

        assertThat(stand.events).containsExactly(new Event.ApproveTrust("Loja"));
    }

    @Test
    void anotherLanguageIsThereAtOnceOnTheSameScreen() {
        robot.clickOn("#rail-settings").clickOn("#language-pt");

        assertThat(stand.words()).contains("Ajustes", "Idioma", "Painel").doesNotContain("Settings");
        stand.show(Samples.calm());
        robot.clickOn("#rail-board");
        assertThat(stand.words()).contains("6 serviços no ar", "nenhum alerta");
    }

    @Test
    void whatTheOperatorChangesAboutTheWindowIsTold() {
        java.util.List<WindowState> looks = new java.util.concurrent.CopyOnWriteArrayList<>();
        stand.window.onLook(looks::add);
        robot.clickOn("#rail-settings").clickOn("#colours-DARK");
        robot.clickOn("#language-pt");

        assertThat(looks)
                .anyMatch(l -> l.locale().equals(java.util.Locale.ENGLISH) && l.theme() == plantao.ui.fx.Theme.DARK);
        assertThat(looks.getLast().theme()).isEqualTo(plantao.ui.fx.Theme.DARK);
        assertThat(looks.getLast().locale()).isEqualTo(java.util.Locale.of("pt", "BR"));
    }

    @Test
    void aScenarioIsBegunAndEnded() {
        Board on = Samples.practice(PracticeBoard.State.ON);
        PracticeBoard p = on.practice();
        stand.show(on.withPractice(new PracticeBoard(p.state(), "", p.system(), p.parts(), p.scenarios(), null, null)));
        robot.clickOn("#rail-practice").clickOn("#begin-pool");
        stand.show(on);
        robot.clickOn("#end-scenario");

        assertThat(stand.events).containsExactly(new Event.BeginScenario("pool"), new Event.EndScenario());
    }

    @Test
    void whileNothingIsOpenEnterStartsPractice() {
        stand.show(Samples.calm().withSystems(java.util.List.of()).withSelected(""));
        robot.type(KeyCode.ENTER);

        assertThat(stand.events).containsExactly(new Event.StartPractice());
    }

    @Test
    void aFolderThatCouldNotBeOpenedCanBeTriedAgain() {
        Board nothing = Samples.calm().withSystems(java.util.List.of()).withSelected("");
        stand.show(nothing.withFailures(
                java.util.List.of(new Board.Failure("/srv/nada", "The folder has no Markdown file."))));

        assertThat(stand.words()).contains("/srv/nada could not be opened", "The folder has no Markdown file.");
        robot.clickOn("Try again").clickOn("Dismiss");
        assertThat(stand.events)
                .containsExactly(new Event.OpenFolder("/srv/nada"), new Event.DismissFailure("/srv/nada"));
    }

    @Test
    void typingInAFieldIsNotAKeyOfTheWindow() {
        stand.show(Samples.incident());
        robot.type(KeyCode.N).write("nada");

        assertThat(robot.lookup("#note").queryAs(TextField.class).getText()).isEqualTo("nada");
        assertThat(stand.events).isEmpty();
    }

    @Test
    void theWindowStaysWhileAStepThatChangesSomethingRuns() {
        stand.show(Samples.running(Risk.DISRUPTIVE));
        stand.requestClose();

        assertThat(stand.words()).contains("A step is still running").anyMatch(w -> w.startsWith("“Restart”"));
        assertThat(stand.closed).isZero();

        robot.type(KeyCode.ESCAPE);
        assertThat(stand.words()).doesNotContain("A step is still running");

        stand.requestClose();
        robot.clickOn("#leaving-stop");
        assertThat(stand.events).last().isInstanceOf(Event.CancelStep.class);
        assertThat(stand.closed).isZero();
        stand.show(Samples.trouble());
        assertThat(stand.closed).isEqualTo(1);
    }

    @Test
    void theWindowClosesAtOnceWhileAStepOnlyReads() {
        stand.show(Samples.running(Risk.SAFE));
        stand.requestClose();

        assertThat(stand.closed).isEqualTo(1);
    }
}
