package plantao.ui.playbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import plantao.desk.Event;
import plantao.playbook.Run;
import plantao.runbook.Phase;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// The left column: the steps by phase, with the causes behind the diagnosis.
final class StepList {
    private sealed interface Row {
        /// @param head the words; `id` tells equal words apart
        record Head(String id, String head, String tail) implements Row {}

        record Step(StepRow.Value value) implements Row {}

        record Cause(CauseRow.Value value) implements Row {}
    }

    private final UiContext desktop;
    private final Texts texts;
    private final StepWords words;
    private final VBox box;
    private Map<Integer, StepRow> steps = new HashMap<>();
    private plantao.ui.fx.RowSync<Row, Node> rows;
    private Run run;

    /// @param box takes the rows; nobody else may change its children
    StepList(UiContext desktop, VBox box, Run run) {
        this.desktop = desktop;
        this.texts = desktop.texts(StepList.class);
        this.words = new StepWords(texts, desktop.figures());
        this.box = box;
        this.run = run;
        this.rows = fresh();
    }

    private plantao.ui.fx.RowSync<Row, Node> fresh() {
        steps = new HashMap<>();
        box.getChildren().clear();
        return new plantao.ui.fx.RowSync<>(box.getChildren(), StepList::id, this::make, this::update);
    }

    void show(Run next, Instant now) {
        if (!next.id().equals(run.id())) {
            run = next;
            rows = fresh();
        }
        run = next;
        List<Row> all = new ArrayList<>();
        List<StepSections.Section> sections = StepSections.of(run.steps());
        int causesAt = StepSections.causesAt(sections);
        for (int i = 0; i <= sections.size(); i++) {
            if (i == causesAt && !run.causes().isEmpty()) {
                causes(all);
            }
            if (i < sections.size()) {
                section(all, sections.get(i));
            }
        }
        rows.show(all);
        int running = run.running();
        StepRow row = steps.get(running);
        if (row != null) {
            row.under(value(running), words.under(run, running, now));
        }
    }

    private void causes(List<Row> all) {
        int judged = run.verdicts().size();
        all.add(new Row.Head(
                "causes",
                texts.get("causes"),
                texts.get("causes.judged", judged, run.causes().size())));
        for (int i = 0; i < run.causes().size(); i++) {
            all.add(new Row.Cause(new CauseRow.Value(
                    run, i, run.causes().get(i), run.verdicts().get(i))));
        }
    }

    private void section(List<Row> all, StepSections.Section section) {
        boolean alone = section.to() - section.from() == run.steps().size()
                && run.causes().isEmpty();
        boolean plain = section.phase() == Phase.OTHER && section.option() == null && section.window() == null;
        if (!alone || !plain) {
            head(all, section);
        }
        for (int i = section.from(); i < section.to(); i++) {
            all.add(new Row.Step(value(i)));
        }
    }

    private void head(List<Row> all, StepSections.Section section) {
        all.add(new Row.Head(
                "s" + section.from(),
                words.phase(section),
                texts.get("run.settled", section.settled(run), section.to() - section.from())));
    }

    private StepRow.Value value(int i) {
        return new StepRow.Value(i, run.steps().get(i), run.states().get(i), i == run.current(), run.open());
    }

    private static Object id(Row row) {
        return switch (row) {
            case Row.Head h -> h.id();
            case Row.Step s -> s.value().index();
            case Row.Cause c -> "c" + c.value().index();
        };
    }

    private Node make(Row row) {
        return switch (row) {
            case Row.Head _ -> {
                HBox head = new HBox(
                        PlaybookNodes.grow(PlaybookNodes.label("", "t-name")), PlaybookNodes.word("", "t-muted"));
                head.getStyleClass().addAll("section-header", "wrapping");
                yield head;
            }
            case Row.Step s -> {
                StepRow node = new StepRow();
                steps.put(s.value().index(), node);
                node.setOnMouseClicked(_ -> open(s.value().index()));
                yield node;
            }
            case Row.Cause _ -> new CauseRow(desktop, texts);
        };
    }

    private void update(Node node, Row row) {
        switch (row) {
            case Row.Head h
            when node instanceof HBox head -> {
                ((Label) head.getChildren().getFirst()).setText(h.head());
                ((Label) head.getChildren().getLast()).setText(h.tail());
            }
            case Row.Step s
            when node instanceof StepRow step ->
                step.show(
                        s.value(),
                        words,
                        words.under(run, s.value().index(), desktop.now().now()));
            case Row.Cause c when node instanceof CauseRow cause -> cause.show(c.value());
            default -> throw new IllegalStateException("a row found with another's node");
        }
    }

    void open(int index) {
        if (index != run.current()) {
            desktop.send(new Event.GoToStep(run.id(), index));
        }
    }

    /// The index of the step whose row has the focus, or -1.
    int focused() {
        return steps.entrySet().stream()
                .filter(e -> e.getValue().isFocused())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(-1);
    }

    /// Puts the focus on the next row that can be chosen (`by` 1) or the one before (-1), steps and causes as they
    /// stand below each other.
    void move(int by) {
        List<Node> stops =
                box.getChildren().stream().filter(Node::isFocusTraversable).toList();
        int at = -1;
        for (int i = 0; i < stops.size(); i++) {
            boolean current = at < 0 && stops.get(i) == currentRow();
            at = current || stops.get(i).isFocused() ? i : at;
        }
        if (!stops.isEmpty()) {
            stops.get(Math.clamp(at + by, 0, stops.size() - 1)).requestFocus();
        }
    }

    /// The row of the current step, or null when there is none.
    @org.jspecify.annotations.Nullable
    Node currentRow() {
        return steps.get(run.current());
    }
}
