package plantao.ui.playbook;

import java.time.Instant;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.alert.Health;
import plantao.alert.Scale;
import plantao.desk.SystemBoard;
import plantao.playbook.Run;
import plantao.ui.fx.Desktop;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Rows;
import plantao.ui.fx.Texts;

/// The evidence: what the probes read when the run began and what they read now.
final class FactsPanel extends VBox {
    private static final double COLUMN = 76;

    private final Texts texts;
    private final Figures figures;
    private final Label before = Parts.word("", "t-muted");
    private final HBox heads;
    private final Rows<Facts.Fact, HBox> rows;
    private final Label none;

    FactsPanel(Desktop desktop) {
        this.texts = desktop.texts(FactsPanel.class);
        this.figures = desktop.figures();
        getStyleClass().add("panel");
        HBox header = new HBox(new FontIcon("fth-activity"), Parts.word(texts.get("facts"), "t-name"));
        header.getStyleClass().add("panel-header");
        heads = new HBox(8, Parts.space(), column(before), column(Parts.word(texts.get("facts.now"), "t-muted")));
        heads.setPadding(new Insets(8, 16, 4, 16));
        VBox body = new VBox();
        rows = new Rows<>(body.getChildren(), Facts.Fact::name, _ -> new HBox(8), this::update);
        none = Parts.label(texts.get("facts.none"), "t-muted");
        none.setPadding(new Insets(12, 16, 12, 16));
        getChildren().setAll(header, heads, body, none);
        body.setPadding(new Insets(0, 0, 8, 0));
    }

    private static Label column(Label label) {
        label.setMinWidth(COLUMN);
        label.setPrefWidth(COLUMN);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }

    void show(SystemBoard system, Run run, Instant now) {
        var facts = Facts.of(system, run, now);
        before.setText(texts.get("facts.before", figures.utcShort(run.started())));
        Parts.show(heads, facts.stream().anyMatch(f -> f.state() == null));
        Parts.show(none, facts.isEmpty());
        rows.show(facts);
    }

    private void update(HBox row, Facts.Fact fact) {
        row.setPadding(new Insets(4, 16, 4, 16));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(32);
        Label name = Parts.grow(Parts.label(Fonts.drawable(fact.name()), "t-body"));
        if (fact.state() != null) {
            boolean down = fact.state() == Health.State.DOWN;
            row.getChildren()
                    .setAll(
                            name,
                            new Mark(
                                    fact.stale()
                                            ? Mark.Kind.STALE
                                            : down
                                                    ? Mark.Kind.DOWN
                                                    : fact.state() == Health.State.UP
                                                            ? Mark.Kind.UP
                                                            : Mark.Kind.UNKNOWN,
                                    16),
                            Parts.word(
                                    texts.get(
                                            fact.stale()
                                                    ? "fact.stale"
                                                    : "fact."
                                                            + fact.state()
                                                                    .name()
                                                                    .toLowerCase(Locale.ROOT)),
                                    "t-state",
                                    down && !fact.stale() ? "c-danger" : "c-muted"));
            return;
        }
        String colour = fact.stale() || fact.band() == null
                ? "c-muted"
                : fact.band() == Scale.Band.CRITICAL
                        ? "c-danger"
                        : fact.band() == Scale.Band.WARNING ? "c-warning" : "c-strong";
        Label then = column(
                Parts.word(fact.before() == null ? "—" : figures.measured(fact.before(), fact.unit()), "t-dense"));
        Label now = column(
                Parts.word(fact.now() == null ? "—" : figures.measured(fact.now(), fact.unit()), "t-state", colour));
        row.getChildren().setAll(name, then, now);
        row.setAccessibleText(fact.name() + " " + then.getText() + " → " + now.getText());
    }
}
