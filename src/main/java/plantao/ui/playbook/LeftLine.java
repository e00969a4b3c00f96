package plantao.ui.playbook;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Event;
import plantao.playbook.Output;
import plantao.playbook.Run;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// What steps that are over have left running, by name, and the button that stops it. Shown while there is any.
final class LeftLine extends HBox {
    private final UiContext desktop;
    private final Texts texts;
    private final Label what = PlaybookNodes.word("", "t-name");
    private List<Event.StopLeft> left = List.of();

    LeftLine(UiContext desktop, Texts texts) {
        this.desktop = desktop;
        this.texts = texts;
        getStyleClass().add("input-line");
        what.setMinWidth(0);
        var stop = PlaybookNodes.button(texts.get("act.stopleft"), "fth-square", null, "small");
        stop.setId("stop-left");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(_ -> {
            left.forEach(desktop::send);
            PlaybookNodes.show(this, false);
        });
        getChildren().setAll(new FontIcon("fth-activity"), what, PlaybookNodes.space(), stop);
        PlaybookNodes.show(this, false);
    }

    void show(@Nullable Run run) {
        left = run == null
                ? List.of()
                : IntStream.range(0, run.steps().size())
                        .filter(i -> run.states().get(i).result() != null)
                        .boxed()
                        .<Event.StopLeft>mapMulti((i, to) -> {
                            Output.Left behind =
                                    desktop.outputs().of(run.id(), i).left();
                            if (behind != null) {
                                to.accept(new Event.StopLeft(run.id(), i, behind.processes()));
                            }
                        })
                        .toList();
        PlaybookNodes.show(this, !left.isEmpty());
        what.setText(left.stream()
                .map(l -> texts.get("left.running", l.step() + 1, String.join(" · ", l.processes())))
                .collect(Collectors.joining(" · ")));
    }
}
