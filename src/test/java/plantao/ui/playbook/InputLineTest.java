package plantao.ui.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import plantao.playbook.Output;
import plantao.ui.fx.Texts;

@ExtendWith(ApplicationExtension.class)
class InputLineTest {
    private final List<String> typed = new ArrayList<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Output output = new Output();
    private Button cancel;
    private TextField note;
    private InputLine line;

    @Start
    void start(Stage stage) {
        cancel = new Button("Cancel");
        note = new TextField();
        line = new InputLine(Texts.of(PlaybooksView.class, Locale.ENGLISH));
        stage.setScene(new Scene(new VBox(cancel, note, line), 600, 200));
        stage.show();
        stage.requestFocus();
        output.keyboard(typed::add, asked::get, (_, _) -> {});
    }

    private void ask(Node from) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            line.to(output, List.of());
            from.requestFocus();
            asked.set(true);
            line.to(output, List.of());
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aPasswordIsTypedWhereItIsAskedFor(FxRobot robot) {
        ask(cancel);

        robot.write("hunter2\n");

        assertThat(typed).containsExactly("hunter2\n");
    }

    @Test
    void whoIsWritingSomethingElseIsNotInterrupted(FxRobot robot) {
        ask(note);

        robot.write("called Ana");

        assertThat(note.getText()).isEqualTo("called Ana");
        assertThat(typed).isEmpty();
    }
}
