package plantao.ui.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import plantao.desk.Event;
import plantao.journal.Detail;
import plantao.playbook.ShellRunner;
import plantao.playbook.StepState;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Theme;

@ExtendWith(ApplicationExtension.class)
class PlaybooksViewTest {
    private final Bench bench = new Bench();
    private PlaybooksView view;
    private Scene scene;

    @Start
    void start(Stage stage) {
        Fonts.load();
        view = new PlaybooksView(bench.desktop(Locale.ENGLISH));
        scene = new Scene(view.root(), 1200, 720);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
        view.shown(null);
    }

    private void open(String title) {
        onFx(() -> bench.open(title));
    }

    private static void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(5000, work);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private <E extends Event> List<E> sent(Class<E> kind) {
        return bench.sent.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private boolean shows(FxRobot robot, String text) {
        return robot.lookup(n -> n instanceof Label label && label.getText().contains(text) && label.isVisible())
                .tryQuery()
                .isPresent();
    }

    @Test
    void searchingNarrowsTheListAndEnterOpensTheRowUnderTheFocus(FxRobot robot) {
        robot.clickOn("#search").write("fornádas");
        assertThat(shows(robot, "API de pedidos")).isFalse();
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent(Event.OpenRun.class))
                .extracting(Event.OpenRun::title)
                .singleElement()
                .asString()
                .contains("Fila");
        assertThat(shows(robot, "Step 1 of 2")).isTrue();
    }

    @Test
    void aReadingStepRunsOnControlEnterAndAKeyHeldDownRunsItOnce(FxRobot robot) {
        open("não responde");
        robot.press(KeyCode.CONTROL).press(KeyCode.ENTER);
        onFx(() -> bench.happen(new Event.StepEnded(
                "Padaria",
                bench.run().id(),
                0,
                new plantao.playbook.StepResult.Exited(0, java.time.Duration.ofMillis(5)),
                "")));
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER).release(KeyCode.CONTROL);
        assertThat(sent(Event.RunStep.class))
                .containsExactly(new Event.RunStep(bench.run().id(), 0, false, true));
        robot.press(KeyCode.CONTROL).press(KeyCode.ENTER).release(KeyCode.ENTER).release(KeyCode.CONTROL);
        assertThat(sent(Event.RunStep.class))
                .last()
                .isEqualTo(new Event.RunStep(bench.run().id(), 1, false, true));
    }

    @Test
    void spaceMarksDoneAndNeverPressesTheRunButton(FxRobot robot) {
        open("não responde");
        assertThat(scene.getFocusOwner().getId()).isEqualTo("run-step");
        robot.push(KeyCode.SPACE);
        robot.push(KeyCode.ENTER);
        assertThat(sent(Event.RunStep.class)).isEmpty();
        assertThat(bench.run().states().getFirst().status()).isEqualTo(StepState.Status.DONE);
        assertThat(bench.run().current()).isEqualTo(1);
    }

    @Test
    void whatAStepLeftRunningIsStoppedByTheButtonAndTheLogSaysWhatItWas(FxRobot robot, @TempDir Path folder)
            throws Exception {
        try (ShellRunner shells = Bench.shells(folder)) {
            open("não responde");
            onFx(() -> bench.really(shells, folder, "nohup sleep 311 > /dev/null & echo $! > pid"));
            long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
            robot.clickOn("#stop-left");

            Event.StopLeft sent = sent(Event.StopLeft.class).getFirst();
            assertThat(sent.processes()).containsExactly(pid + " sleep 311");
            assertThat(bench.board.get().journal().entries().getLast().detail()).isInstanceOf(Detail.LeftStopped.class);
            bench.outputs.of(sent.run(), sent.step()).stopLeft();
            ProcessHandle.of(pid)
                    .ifPresent(p -> p.onExit().orTimeout(30, TimeUnit.SECONDS).join());
            onFx(() -> bench.after(1));
            assertThat(robot.lookup("#stop-left").queryButton().getParent().isVisible())
                    .isFalse();
        }
    }

    @Test
    void skippingAsksTheReason(FxRobot robot) {
        open("não responde");
        robot.push(KeyCode.S);
        robot.write("já visto").push(KeyCode.ENTER);
        assertThat(sent(Event.SkipStep.class))
                .containsExactly(new Event.SkipStep(bench.run().id(), 0, "já visto"));
    }

    @Test
    void aMissingValueIsAskedForRightThereAndHalfTypedTextSurvivesTheNextSecond(FxRobot robot) {
        open("não responde");
        onFx(() -> bench.happen(new Event.GoToStep(bench.run().id(), 4)));
        assertThat(scene.getFocusOwner()).isInstanceOf(TextField.class);
        assertThat(robot.lookup("#run-step").queryAs(Button.class).isDisabled()).isTrue();
        robot.write("dep-");
        onFx(() -> bench.after(1));
        robot.write("42").push(KeyCode.ENTER);
        assertThat(bench.run().given()).containsEntry("deploy_id", "dep-42");
        assertThat(scene.getFocusOwner().getId()).isEqualTo("run-step");
    }

    @Test
    void aValueThatIsChangedInItsFieldIsTheOneThatRuns(FxRobot robot) {
        open("não responde");
        onFx(() -> bench.happen(new Event.GoToStep(bench.run().id(), 3)));
        robot.clickOn("Change").write("vitrine");
        robot.press(KeyCode.CONTROL).press(KeyCode.ENTER).release(KeyCode.ENTER).release(KeyCode.CONTROL);
        assertThat(sent(Event.RunStep.class)).as("not out of the field").isEmpty();
        robot.clickOn("#run-step");
        assertThat(bench.run().given()).containsEntry("servico", "vitrine");
        assertThat(bench.sent.getLast()).isInstanceOf(Event.RunStep.class);
    }

    @Test
    void aNoteAndAReasonAreWrittenWithoutTheLetterOfTheirKey(FxRobot robot) {
        open("não responde");
        robot.push(KeyCode.N);
        robot.write("pool cheio").push(KeyCode.ENTER);
        assertThat(sent(Event.AddNote.class)).containsExactly(new Event.AddNote("Padaria", "pool cheio"));
    }

    @Test
    void aDisruptiveStepRunsOnlyAfterItsOwnYes(FxRobot robot) {
        open("crescendo");
        onFx(() -> bench.happen(new Event.GoToStep(bench.run().id(), 1)));
        robot.press(KeyCode.CONTROL).press(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(bench.run().asking()).isEqualTo(1);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER).release(KeyCode.CONTROL);
        robot.push(KeyCode.ENTER).push(KeyCode.SPACE);
        assertThat(bench.run().asking())
                .as("neither a held key nor plain Enter nor Space answers")
                .isEqualTo(1);
        robot.push(KeyCode.ESCAPE);
        assertThat(bench.run().asking()).isNull();
        robot.clickOn("#run-step").clickOn("#confirm-run");
        assertThat(sent(Event.RunStep.class))
                .last()
                .isEqualTo(new Event.RunStep(bench.run().id(), 1, true, true));
        assertThat(bench.run().running()).isEqualTo(1);
        assertThat(robot.lookup("#confirm-run").tryQuery()).isEmpty();
    }

    @Test
    void aDestructiveStepWantsTheSystemsNameAndOffersTheBackupFirst(FxRobot robot) {
        open("Restaurar");
        robot.clickOn("#run-step");
        Button act = robot.lookup("#confirm-run").queryAs(Button.class);
        robot.write("padaria");
        assertThat(act.isDisabled()).isTrue();
        robot.eraseText(7).write("Padaria");
        assertThat(act.isDisabled()).isFalse();
        robot.push(KeyCode.ENTER);
        assertThat(sent(Event.RunStep.class)).noneMatch(Event.RunStep::confirmed);
        robot.clickOn("#back-up-first");
        assertThat(bench.run().title()).contains("Backup manual");
        assertThat(shows(robot, "Backup manual")).isTrue();
        assertThat(robot.lookup("#confirm-run").tryQuery()).isEmpty();
    }

    @Test
    void whatARunningStepPrintsAppearsAndCancelStopsIt(FxRobot robot) {
        open("não responde");
        robot.clickOn("#run-step");
        onFx(() -> bench.print(0, "primeira linha"));
        await(robot, "primeira linha");
        bench.outputs.of(bench.run().id(), 0).add(new plantao.playbook.Output.Line(bench.now, "segunda linha", false));
        await(robot, "segunda linha");
        robot.clickOn("#cancel-step");
        assertThat(sent(Event.CancelStep.class)).hasSize(1);
    }

    @Test
    void whatIsTypedGoesToTheRunningStep(FxRobot robot) {
        open("não responde");
        assertThat(robot.lookup("#type-to-step").query().getParent().getParent().isVisible())
                .isFalse();
        robot.clickOn("#run-step");
        List<String> typed = new java.util.concurrent.CopyOnWriteArrayList<>();
        onFx(() -> bench.print(0, "continuar? [s/N]"));
        bench.outputs.of(bench.run().id(), 0).keyboard(typed::add);
        await(robot, "continuar? [s/N]");
        robot.clickOn("#type-to-step").write("sim").push(KeyCode.ENTER);
        robot.clickOn("#end-of-input").clickOn("#interrupt");
        assertThat(typed).containsExactly("sim\n", "\u0004", "\u0003");
    }

    private void await(FxRobot robot, String text) {
        try {
            WaitForAsyncUtils.waitFor(10, java.util.concurrent.TimeUnit.SECONDS, () -> shows(robot, text));
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("never shown: " + text, e);
        }
    }

    @Test
    void jAndKMoveEnterOpens(FxRobot robot) {
        open("não responde");
        robot.push(KeyCode.J).push(KeyCode.J).push(KeyCode.K).push(KeyCode.J).push(KeyCode.ENTER);
        assertThat(sent(Event.GoToStep.class))
                .containsExactly(new Event.GoToStep(bench.run().id(), 2));
        assertThat(robot.lookup("#run-step").query().getParent().isVisible())
                .as("a manual step has no Run")
                .isFalse();
    }

    @Test
    void takingAWayLeadsTheFocusToItsFirstStep(FxRobot robot) {
        open("Voltar à versão");
        Button way = robot.lookup(n -> n instanceof Button b && "Pela CLI".equals(b.getText()))
                .queryButton();
        onFx(way::requestFocus);
        onFx(way::fire);
        assertThat(sent(Event.ChooseAlternative.class)).hasSize(1);
        assertThat(scene.getFocusOwner()).isSameAs(robot.lookup("#run-step").query());
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(sent(Event.RunStep.class)).hasSize(1);
    }

    @Test
    void oneOpenRunIsShownSeveralAreListedAndAnEndedOneCanBeRead(FxRobot robot) {
        open("não responde");
        open("crescendo");
        onFx(() -> view.shown(null));
        assertThat(shows(robot, "Open now")).isTrue();
        onFx(() -> bench.happen(new Event.EndRun(bench.run().id())));
        onFx(() -> view.shown(null));
        assertThat(shows(robot, "API de pedidos não responde")).isTrue();
        assertThat(shows(robot, "Step 1 of 8")).isTrue();
        onFx(() -> view.shown(bench.run().id()));
        assertThat(shows(robot, "Ended at")).isTrue();
        Node run = robot.lookup("#run-step").query();
        assertThat(run.getParent().getParent().getParent().isVisible()).isFalse();
    }

    @Test
    void everyFxmlLoadsInBothLanguages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.of("pt", "BR"))) {
            onFx(() -> {
                PlaybooksView other = new PlaybooksView(Bench.middle().desktop(locale));
                other.shown(null);
                assertThat(other.root().lookup("#run-step")).isNotNull();
            });
        }
        assertThat(Platform.isFxApplicationThread()).isFalse();
    }
}
