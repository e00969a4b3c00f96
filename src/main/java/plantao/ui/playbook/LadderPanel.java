package plantao.ui.playbook;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Board;
import plantao.desk.SystemBoard;
import plantao.journal.Incident;
import plantao.journal.Ladder;
import plantao.runbook.Contact;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// Whom to call when, while an incident is open: the rung that comes next with its countdown, then all of them.
final class LadderPanel extends VBox {
    private final Texts texts;
    private final Figures figures;
    private final ZoneId zone;
    private final Label title = PlaybookNodes.word("", "t-name");
    private final Label countdown = PlaybookNodes.word("", "t-countdown");
    private final Label next = PlaybookNodes.label("", "t-body");
    private final ProgressBar bar = new ProgressBar(0);
    private final VBox counting;
    private final VBox rungs = new VBox();
    private @Nullable Key drawn;

    /// What the rungs were drawn for.
    private record Key(Ladder ladder, List<Boolean> reached) {}

    LadderPanel(UiContext desktop) {
        this.texts = desktop.texts(LadderPanel.class);
        this.figures = desktop.figures();
        this.zone = desktop.zone();
        getStyleClass().add("panel");
        HBox header = new HBox(new FontIcon("fth-clock"), title);
        header.getStyleClass().add("panel-header");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("danger");
        counting = new VBox(4, countdown, next, bar);
        counting.setPadding(new Insets(12, 16, 8, 16));
        rungs.setPadding(new Insets(4, 0, 8, 0));
        getChildren().setAll(header, counting, rungs);
    }

    void show(SystemBoard system, Board board) {
        Incident incident = board.journal().openIncident(system.name()).orElse(null);
        Ladder ladder = incident == null ? new Ladder(List.of()) : Ladder.of(system.runbook(), incident);
        PlaybookNodes.show(this, !ladder.rungs().isEmpty());
        if (incident == null || ladder.rungs().isEmpty()) {
            return;
        }
        title.setText(texts.get("ladder", String.valueOf(incident.severity())));
        boolean over = incident.resolved() != null;
        Ladder.Call call = over ? null : ladder.next(board.now(), zone).orElse(null);
        Duration left = call == null ? null : call.left(board.now());
        PlaybookNodes.show(counting, call != null);
        PlaybookNodes.show(countdown, left != null);
        PlaybookNodes.show(bar, left != null);
        if (call != null) {
            boolean late = left != null && left.isNegative();
            String who = Fonts.drawable(call.who());
            next.setText(texts.get(left == null ? "ladder.untimed" : late ? "ladder.late" : "ladder.next", who));
            if (left != null) {
                countdown.setText(figures.stopwatch(left.abs()));
                countdown
                        .getStyleClass()
                        .setAll("label", "t-countdown", late || left.toMinutes() < 10 ? "c-danger" : "c-strong");
                Duration after = call.step().after();
                double whole = Math.max(1, after == null ? 1 : after.toSeconds());
                bar.setProgress(Math.clamp(1 - left.toSeconds() / whole, 0, 1));
            }
        }
        List<Boolean> reached = ladder.rungs().stream()
                .map(r -> Ladder.reached(r.contact(), board.now(), zone))
                .toList();
        Key key = new Key(ladder, reached);
        if (!key.equals(drawn)) {
            drawn = key;
            draw(key);
        }
    }

    /// In one unit, as narrow as that: `45 min`, `90 min`, `4 h`.
    private String after(Duration after) {
        long minutes = after.toMinutes();
        return minutes > 60 && minutes % 60 != 0 ? minutes + "\u2009min" : figures.age(after);
    }

    private void draw(Key key) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < key.ladder().rungs().size(); i++) {
            Ladder.Step rung = key.ladder().rungs().get(i);
            Duration after = rung.after();
            Label when = PlaybookNodes.word(after == null ? "—" : after(after), "t-state");
            when.setMinWidth(48);
            when.setPrefWidth(48); // what stands behind it is level in all rungs
            VBox words = new VBox(PlaybookNodes.label(Fonts.drawable(rung.text()), "t-body"));
            if (rung.contact() != null) {
                words.getChildren().add(PlaybookNodes.label(Fonts.drawable(reach(rung.contact())), "t-muted"));
            }
            if (rung.done() != null) {
                words.getChildren()
                        .add(PlaybookNodes.label(texts.get("ladder.done", figures.utcShort(rung.done())), "t-muted"));
            } else if (!key.reached().get(i)) {
                words.getChildren().add(PlaybookNodes.label(texts.get("ladder.away"), "t-muted"));
            }
            HBox row = new HBox(
                    new Mark(rung.done() == null ? Mark.Kind.TODO : Mark.Kind.DONE, 16),
                    when,
                    PlaybookNodes.grow(words));
            row.getStyleClass().add("ladder-rung");
            if (rung.due() != null) {
                Tooltip.install(row, new Tooltip(figures.exact(rung.due())));
            }
            nodes.add(row);
        }
        rungs.getChildren().setAll(nodes);
    }

    private static String reach(Contact contact) {
        List<String> ways = new ArrayList<>();
        for (String way : new @Nullable String[] {
            contact.name(), contact.phone(), contact.channel(), contact.email(), contact.hours()
        }) {
            if (way != null && !way.isBlank()) {
                ways.add(way);
            }
        }
        return String.join(" · ", ways);
    }
}
