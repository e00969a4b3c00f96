package plantao.ui.playbook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Board;
import plantao.desk.LastBackup;
import plantao.desk.SystemBoard;
import plantao.journal.Incident;
import plantao.playbook.Run;
import plantao.runbook.Step;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// The clocks of a run: the runbook's response windows with the one that counts down now; for a recovery, the time
/// it may take (RTO) running and the age of the last backup against what may be lost (RPO).
final class ClocksPanel extends VBox {
    private final Texts texts;
    private final Figures figures;
    private final VBox rows = new VBox();
    private List<Row> drawn = List.of();
    private @Nullable Object counted;
    private @Nullable LastBackup backup;

    /// One clock.
    ///
    /// @param mark its state
    /// @param late whether its time is over
    private record Row(Mark.Kind mark, String name, String value, boolean current, boolean late) {}

    ClocksPanel(UiContext desktop) {
        this.texts = desktop.texts(ClocksPanel.class);
        this.figures = desktop.figures();
        getStyleClass().add("panel");
        HBox header = new HBox(new FontIcon("fth-watch"), PlaybookNodes.word(texts.get("clocks"), "t-name"));
        header.getStyleClass().add("panel-header");
        rows.setPadding(new Insets(4, 0, 8, 0));
        getChildren().setAll(header, rows);
    }

    void show(SystemBoard system, Run run, Board board) {
        List<Row> all = new ArrayList<>();
        if (run.open()) {
            Instant since = board.journal()
                    .openIncident(system.name())
                    .map(Incident::began)
                    .orElse(run.started());
            windows(run, Duration.between(since, board.now()), all);
            if (LastBackup.recovers(system, run)) {
                recovery(system, board, Duration.between(since, board.now()), all);
            }
        }
        PlaybookNodes.show(this, !all.isEmpty());
        if (!all.equals(drawn)) {
            drawn = all;
            rows.getChildren().setAll(all.stream().<Node>map(this::row).toList());
        }
    }

    private void windows(Run run, Duration gone, List<Row> all) {
        Set<Step.Window> windows = new LinkedHashSet<>();
        run.steps().stream().map(Step::window).filter(w -> w != null).forEach(windows::add);
        for (Step.Window window : windows) {
            boolean done = IntStream.range(0, run.steps().size())
                    .filter(i -> window.equals(run.steps().get(i).window()))
                    .allMatch(i -> run.states().get(i).settled());
            boolean large = !run.steps().isEmpty()
                    && window.equals(run.steps().get(run.current()).window());
            Duration left = Duration.ofSeconds(window.toSeconds()).minus(gone);
            boolean late = left.isNegative() && !done;
            boolean now = !late && !done && gone.toSeconds() >= window.fromSeconds();
            all.add(new Row(
                    done ? Mark.Kind.DONE : late ? Mark.Kind.ALERT_ACKED : now ? Mark.Kind.CURRENT : Mark.Kind.TODO,
                    texts.get(
                            "window",
                            figures.number(window.fromSeconds() / 60.0),
                            figures.number(window.toSeconds() / 60.0)),
                    done
                            ? texts.get("clock.done")
                            : late
                                    ? texts.get("clock.over", figures.stopwatch(left.abs()))
                                    : now
                                            ? texts.get("clock.left", figures.stopwatch(left))
                                            : texts.get(
                                                    "clock.begins",
                                                    figures.stopwatch(Duration.ofSeconds(window.fromSeconds())
                                                            .minus(gone))),
                    large,
                    late));
        }
    }

    private void recovery(SystemBoard system, Board board, Duration gone, List<Row> all) {
        Integer rto = system.runbook().rtoSeconds();
        if (rto != null) {
            Duration left = Duration.ofSeconds(rto).minus(gone);
            all.add(new Row(
                    left.isNegative() ? Mark.Kind.ALERT_ACKED : Mark.Kind.CURRENT,
                    texts.get("clock.rto", figures.age(Duration.ofSeconds(rto))),
                    texts.get(left.isNegative() ? "clock.over" : "clock.left", figures.stopwatch(left.abs())),
                    false,
                    left.isNegative()));
        }
        Integer rpo = system.runbook().rpoSeconds();
        LastBackup last = last(system, board);
        if (rpo == null && last == null) {
            return;
        }
        Duration age = last == null ? null : Duration.between(last.at(), board.now());
        boolean late = rpo != null && (age == null || age.toSeconds() > rpo);
        all.add(new Row(
                late ? Mark.Kind.ALERT_ACKED : Mark.Kind.DONE,
                rpo == null ? texts.get("clock.backup") : texts.get("clock.rpo", figures.age(Duration.ofSeconds(rpo))),
                last == null || age == null
                        ? texts.get("clock.backup.none")
                        : texts.get("clock.backup.at", figures.age(age), Fonts.drawable(last.title())),
                false,
                late));
    }

    /// Looked for again only when something was written down since.
    private @Nullable LastBackup last(SystemBoard system, Board board) {
        Object key = List.of(system.name(), board.journal().entries().size());
        if (!key.equals(counted)) {
            counted = key;
            backup = LastBackup.of(board.journal(), system.name()).orElse(null);
        }
        return backup;
    }

    private HBox row(Row clock) {
        VBox words = new VBox(
                PlaybookNodes.label(clock.name(), clock.current() ? "t-name" : "t-body"),
                PlaybookNodes.label(clock.value(), "t-muted", clock.late() ? "c-danger" : "c-muted"));
        HBox row = new HBox(8, new Mark(clock.mark(), 16), PlaybookNodes.grow(words));
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("ladder-rung");
        row.setAccessibleText(clock.name() + ", " + clock.value());
        return row;
    }
}
