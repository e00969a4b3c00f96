package plantao.ui.playbook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.TextFlow;
import plantao.playbook.Output;
import plantao.playbook.StepResult;
import plantao.playbook.StepState;
import plantao.runbook.LogPattern;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// A row of the output list. Long lines go on below rather than out of sight.
final class OutputCell extends ListCell<OutputRow> {
    private static final double SCROLL_BAR = 14;
    /// So many characters of a line are drawn.
    private static final int DRAWN = 4000;

    private final UiContext desktop;
    private final Texts texts;
    private final Figures figures;
    private final StepWords words;
    private final Label line = PlaybookNodes.label("", "output-line");
    private final Label command = PlaybookNodes.grow(PlaybookNodes.label("", "t-mono", "c-strong"));
    private final Label number = PlaybookNodes.word("", "t-muted");
    private final Label result = PlaybookNodes.word("", "t-state");
    private final Label time = PlaybookNodes.word("", "t-muted");
    private final Mark mark = new Mark(Mark.Kind.DONE, 16);
    private final Region live = new Region();
    private final TextFlow flow = new TextFlow();
    private final Label meaning = PlaybookNodes.word("", "t-muted", "output-meaning");
    private final HBox marked = new HBox();
    private final Supplier<OutputLook> look;
    private final HBox head = new HBox(number, command, mark, live, result, time);

    /// @param look how lines are drawn now
    OutputCell(UiContext desktop, Texts texts, Supplier<OutputLook> look) {
        this.look = look;
        this.desktop = desktop;
        this.texts = texts;
        this.figures = desktop.figures();
        this.words = new StepWords(texts, figures);
        live.getStyleClass().add("live-dot");
        head.getStyleClass().add("output-header");
        line.setMaxWidth(Double.MAX_VALUE);
        flow.getStyleClass().add("output-flow");
        marked.getStyleClass().add("output-marked");
    }

    /// No wider than the list while lines are wrapped; else the list scrolls sideways.
    @Override
    protected double computePrefWidth(double height) {
        return look.get().wrap() || !(getGraphic() instanceof Region shown) ? 0 : shown.prefWidth(-1) + SCROLL_BAR;
    }

    /// As high as its text is once broken into the list's width.
    @Override
    protected double computePrefHeight(double width) {
        return getGraphic() instanceof Region shown ? Math.max(20, Math.ceil(shown.prefHeight(room()))) : 20;
    }

    private double room() {
        if (!look.get().wrap() && getGraphic() instanceof Region shown && getGraphic() != head) {
            return Math.max(shown.prefWidth(-1), 200);
        }
        return getListView() == null ? 480 : Math.max(200, getListView().getWidth() - SCROLL_BAR);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getGraphic() instanceof Region shown) {
            shown.resizeRelocate(0, 0, room(), getHeight());
        }
    }

    @Override
    protected void updateItem(OutputRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        switch (row) {
            case OutputRow.Head h -> {
                head(h);
                setGraphic(head);
            }
            case OutputRow.Line l -> setGraphic(drawn(l.line()));
            case OutputRow.Remark r -> {
                line.setText(r.text());
                styled("output-line", "c-muted");
                setGraphic(line);
            }
        }
    }

    /// Only when it differs: a style that is set is looked up again, and thousands of lines have the same.
    private void styled(String... classes) {
        List<String> wanted = new ArrayList<>(List.of("label"));
        wanted.addAll(List.of(classes));
        if (!line.getStyleClass().equals(wanted)) {
            line.getStyleClass().setAll(wanted);
        }
    }

    /// A line of many thousand characters would keep the window busy: its beginning is drawn. It is copied whole.
    private static Output.Line shortened(Output.Line line) {
        String text = line.text();
        if (text.length() <= DRAWN) {
            return line;
        }
        int end = Character.isHighSurrogate(text.charAt(DRAWN - 1)) ? DRAWN - 1 : DRAWN;
        return new Output.Line(
                line.at(), text.substring(0, end) + " … +" + (text.length() - end), line.error(), line.paints());
    }

    private Region drawn(Output.Line whole) {
        OutputLook now = look.get();
        Output.Line shown = shortened(whole);
        LogPattern pattern = now.pattern(shown.text());
        Region text = line;
        if (now.mixed(shown)) {
            flow.getChildren().setAll(now.stretches(shown));
            text = flow;
        } else {
            line.setWrapText(now.wrap());
            // What the console itself remarks on stands behind a dash, as in the file.
            String told = shown.text().startsWith("— ") ? texts.said(shown.text()) : shown.text();
            line.setText(told.isEmpty() ? " " : Fonts.drawable(told));
            styled(shown.error() ? "output-error" : "output-line");
        }
        if (pattern == null) {
            return text;
        }
        String says = pattern.meaning() == null || pattern.meaning().isBlank() ? "" : pattern.meaning() + " · ";
        meaning.setText(Fonts.drawable(says)
                + texts.get("line", String.valueOf(pattern.origin().line())));
        marked.getChildren().setAll(PlaybookNodes.grow(text), meaning);
        return marked;
    }

    private void head(OutputRow.Head h) {
        StepState state = h.state();
        boolean running = state.status() == StepState.Status.RUNNING;
        number.setText(String.valueOf(h.step() + 1));
        command.setText(Fonts.drawable(h.command()));
        PlaybookNodes.show(live, running);
        PlaybookNodes.show(mark, !running);
        boolean good = state.result() != null && state.result().good();
        mark.setKind(good ? Mark.Kind.DONE : Mark.Kind.ALERT_ACKED);
        head.getStyleClass().remove("failed");
        if (!good && !running) {
            head.getStyleClass().add("failed");
        }
        StepResult ended = state.result();
        result.setText(
                running || ended == null
                        ? texts.get(
                                "output.live",
                                figures.length(Duration.between(
                                        state.at() == null ? desktop.now().now() : state.at(),
                                        desktop.now().now())))
                        : words.result(ended));
        result.getStyleClass().setAll("label", "t-state", running ? "c-accent" : good ? "c-muted" : "c-danger");
        time.setText(state.at() == null ? "" : figures.utc(state.at()));
    }
}
