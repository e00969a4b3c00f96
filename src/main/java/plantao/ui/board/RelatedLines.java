package plantao.ui.board;

import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import plantao.alert.Alert;
import plantao.desk.SystemBoard;
import plantao.probe.Reading;
import plantao.runbook.Origin;
import plantao.runbook.PlaybookLink;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// What a drawer tells beside the figure itself: the runbook's rules about it with their playbooks, and its last
/// failures with their evidence.
final class RelatedLines {
    private final UiContext desktop;
    private final Texts texts;
    private final Figures figures;
    private final Drawer drawer;

    RelatedLines(UiContext desktop, Texts texts, Drawer drawer) {
        this.desktop = desktop;
        this.texts = texts;
        this.figures = desktop.figures();
        this.drawer = drawer;
    }

    /// The rules, each with what it says, how it stands and what answers it.
    void rules(SystemBoard s, List<Alert> alerts, Instant now, List<Node> parts) {
        if (alerts.isEmpty()) {
            return;
        }
        parts.add(drawer.section(texts.get("drawer.alerts")));
        for (Alert alert : alerts) {
            parts.add(rule(s, alert, now));
        }
    }

    private HBox rule(SystemBoard s, Alert alert, Instant now) {
        Label name = drawer.text(Fonts.drawable(alert.rule().name()), "t-body");
        String condition = alert.rule().source().condition();
        Instant since = alert.since();
        String stands = since == null
                ? texts.get("rule.quiet")
                : texts.get(
                        alert.firing() ? "rule.firing" : "rule.since",
                        figures.length(java.time.Duration.between(since, now)));
        boolean same = condition.strip().equals(alert.rule().name().strip());
        Label about = drawer.text((same ? "" : Fonts.drawable(condition) + " · ") + stands, "t-muted");
        VBox words = new VBox(name, about);
        HBox.setHgrow(words, Priority.ALWAYS);
        Mark mark = new Mark(alert.firing() ? Mark.Kind.ALERT : Mark.Kind.TODO, 12);
        mark.setTranslateY(4);
        HBox row = new HBox(8, mark, words);
        row.setAlignment(Pos.TOP_LEFT);
        PlaybookLink link = alert.rule().source().playbook();
        if (link != null) {
            row.getChildren()
                    .add(button(
                            texts.get("alert.playbook"),
                            () -> desktop.walk(
                                    s.name(),
                                    link.title(),
                                    link.origin().line(),
                                    alert.rule().id())));
        }
        if (alert.rule().source().origin().line() > 0) {
            row.getChildren().add(line(alert.rule().source().origin()));
        }
        return row;
    }

    /// What to look at first after this failure, where there is something to say.
    void advice(String reason, List<Node> parts) {
        String next = ProbeAdvice.of(reason, texts);
        if (!next.isEmpty()) {
            parts.add(drawer.text(texts.get("advice.next", next), "t-body"));
        }
    }

    /// Goes to a line of the runbook.
    Button line(Origin origin) {
        return button(
                texts.get("line", String.valueOf(origin.line())),
                () -> desktop.navigation().go(Screen.LIBRARY, origin));
    }

    private static Button button(String words, Runnable does) {
        Button button = new Button(words);
        button.getStyleClass().addAll("small", "link");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> does.run());
        return button;
    }

    /// The last failures, newest first.
    void failures(List<Reading.Down> failures, List<Node> parts) {
        if (failures.isEmpty()) {
            return;
        }
        parts.add(drawer.section(texts.get("drawer.failures")));
        for (Reading.Down down : failures) {
            parts.add(drawer.text(
                    figures.exact(down.at()) + " · " + Fonts.drawable(texts.said(down.reason())) + " · "
                            + figures.took(down.took()),
                    "t-body"));
            if (!down.evidence().isBlank()) {
                Label evidence = drawer.text(Fonts.drawable(down.evidence()), "t-mono");
                evidence.getStyleClass().add("evidence");
                parts.add(evidence);
            }
        }
    }
}
