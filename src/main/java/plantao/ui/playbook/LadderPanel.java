package plantao.ui.playbook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import plantao.runbook.Contact;
import plantao.runbook.Escalation;
import plantao.runbook.Runbook;
import plantao.ui.frame.Ladder;
import plantao.ui.fx.Desktop;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Texts;

/// Whom to call when, while an incident is open: the rung that comes next with its countdown, then all of them.
final class LadderPanel extends VBox {
    private final Texts texts;
    private final Figures figures;
    private final Label title = Parts.word("", "t-name");
    private final Label countdown = Parts.word("", "t-countdown");
    private final Label next = Parts.label("", "t-body");
    private final ProgressBar bar = new ProgressBar(0);
    private final VBox counting;
    private final VBox rungs = new VBox();
    private @Nullable Key drawn;

    /// What the rungs were drawn for.
    private record Key(Runbook runbook, int severity, int passed, boolean over) {}

    LadderPanel(Desktop desktop) {
        this.texts = desktop.texts(LadderPanel.class);
        this.figures = desktop.figures();
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
        List<Escalation.Rung> all = incident == null ? List.of() : Ladder.rungs(system.runbook(), incident.severity());
        Parts.show(this, incident != null && !all.isEmpty());
        if (incident == null || all.isEmpty()) {
            return;
        }
        title.setText(texts.get("ladder", String.valueOf(incident.severity())));
        boolean over = incident.resolved() != null;
        Ladder ladder = over ? null : Ladder.next(system.runbook(), incident, board.now());
        Parts.show(counting, ladder != null);
        if (ladder != null) {
            boolean late = ladder.left().isNegative();
            countdown.setText(figures.stopwatch(ladder.left().abs()));
            countdown
                    .getStyleClass()
                    .setAll("label", "t-countdown", late || ladder.left().toMinutes() < 10 ? "c-danger" : "c-strong");
            next.setText(texts.get(
                    late ? "ladder.late" : "ladder.next",
                    Fonts.drawable(ladder.contact() == null ? ladder.text() : ladder.contact())));
            double whole = Math.max(1, ladder.whole().toSeconds());
            bar.setProgress(Math.clamp(1 - ladder.left().toSeconds() / whole, 0, 1));
        }
        Duration lasted = Duration.between(incident.declared(), board.now());
        int passed = (int) all.stream()
                .filter(r -> r.afterSeconds() != null && r.afterSeconds() <= lasted.toSeconds())
                .count();
        Key key = new Key(system.runbook(), incident.severity(), passed, over);
        if (!key.equals(drawn)) {
            drawn = key;
            draw(system.runbook(), all, incident.declared(), board.now());
        }
    }

    private void draw(Runbook runbook, List<Escalation.Rung> all, Instant declared, Instant now) {
        List<Node> nodes = new ArrayList<>();
        for (Escalation.Rung rung : all) {
            Integer after = rung.afterSeconds();
            boolean passed = after != null && !declared.plusSeconds(after).isAfter(now);
            Label when = Parts.word(after == null ? "—" : figures.age(Duration.ofSeconds(after)), "t-state");
            when.setMinWidth(48);
            Parts.show(when, after == null || !rung.text().contains(String.valueOf(after / 60)));
            VBox words = new VBox(Parts.label(Fonts.drawable(rung.text()), "t-body"));
            Contact contact = contact(runbook, rung);
            if (contact != null) {
                words.getChildren().add(Parts.label(Fonts.drawable(reach(contact)), "t-muted"));
            }
            HBox row = new HBox(new Mark(passed ? Mark.Kind.DEFERRED : Mark.Kind.TODO, 16), when, Parts.grow(words));
            row.getStyleClass().add("ladder-rung");
            if (after != null) {
                Tooltip.install(row, new Tooltip(figures.exact(declared.plusSeconds(after))));
            }
            nodes.add(row);
        }
        rungs.getChildren().setAll(nodes);
    }

    private static @Nullable Contact contact(Runbook runbook, Escalation.Rung rung) {
        String text = (rung.text() + " " + (rung.contact() == null ? "" : rung.contact())).toLowerCase(Locale.ROOT);
        return runbook.contacts().stream()
                .filter(c -> !c.role().isBlank() && text.contains(c.role().toLowerCase(Locale.ROOT))
                        || c.name() != null
                                && !c.name().isBlank()
                                && text.contains(c.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
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
