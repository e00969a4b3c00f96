package plantao.ui.playbook;

import java.util.Locale;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.alert.Health;
import plantao.alert.Scale;
import plantao.desk.Board;
import plantao.desk.CheckRounds;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.journal.Detail;
import plantao.playbook.Run;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.RowSync;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// The evidence: what the probes read when the run began and what they read now.
final class EvidencePanel extends VBox {
    private static final double COLUMN = 76;

    private final Texts texts;
    private final Figures figures;
    private final Label before = PlaybookNodes.word("", "t-muted");
    private final HBox heads;
    private final RowSync<RunEvidence.Fact, HBox> rows;
    private final Label none;
    private final UiContext desktop;
    private final Button again;
    private final VBox compared = new VBox();
    private @Nullable Run run;
    private Detail.@Nullable Rechecked drawn;

    EvidencePanel(UiContext desktop) {
        this.desktop = desktop;
        this.texts = desktop.texts(EvidencePanel.class);
        this.figures = desktop.figures();
        getStyleClass().add("panel");
        again = PlaybookNodes.button(texts.get("facts.again"), "fth-refresh-cw", "R", "small");
        again.setId("check-again");
        again.setOnAction(_ -> again());
        HBox header = new HBox(
                new FontIcon("fth-activity"),
                PlaybookNodes.word(texts.get("facts"), "t-name"),
                PlaybookNodes.space(),
                again);
        header.getStyleClass().add("panel-header");
        heads = new HBox(
                8,
                PlaybookNodes.space(),
                column(before),
                column(PlaybookNodes.word(texts.get("facts.now"), "t-muted")));
        heads.setPadding(new Insets(8, 16, 4, 16));
        VBox body = new VBox();
        rows = new RowSync<>(body.getChildren(), RunEvidence.Fact::name, _ -> new HBox(8), this::update);
        none = PlaybookNodes.label(texts.get("facts.none"), "t-muted");
        none.setPadding(new Insets(12, 16, 12, 16));
        getChildren().setAll(header, compared, heads, body, none);
        body.setPadding(new Insets(0, 0, 8, 0));
    }

    private static Label column(Label label) {
        label.setMinWidth(COLUMN);
        label.setPrefWidth(COLUMN);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }

    /// Makes the checks once more that were made before, to compare.
    void again() {
        Run shown = run;
        if (again.isVisible() && !again.isDisabled() && shown != null) {
            desktop.send(new Event.RunChecks(shown.id(), true));
        }
    }

    void show(SystemBoard system, Run run, Board board) {
        this.run = run;
        PlaybookNodes.show(
                again,
                run.open()
                        && !board.readOnly()
                        && !CheckRounds.ready(system, run, true).isEmpty());
        again.setDisable(run.running() >= 0);
        compare(run, board);
        var facts = RunEvidence.of(system, run, board.now());
        before.setText(texts.get("facts.before", figures.utcShort(run.started())));
        PlaybookNodes.show(heads, facts.stream().anyMatch(f -> f.state() == null));
        PlaybookNodes.show(none, facts.isEmpty() && drawn == null);
        rows.show(facts);
    }

    /// What the checks said before the last step that did something, and what they say since.
    private void compare(Run run, Board board) {
        Detail.Rechecked last = null;
        for (var walk : board.journal().openWalks()) {
            if (walk.getFirst().subject().equals(run.id().toString())) {
                for (var entry : walk) {
                    last = entry.detail() instanceof Detail.Rechecked r ? r : last;
                }
            }
        }
        if (Objects.equals(last, drawn)) {
            return;
        }
        drawn = last;
        compared.getChildren().clear();
        if (last == null) {
            return;
        }
        compared.setPadding(new Insets(8, 16, 8, 16));
        compared.setSpacing(8);
        if (!last.after().isEmpty()) {
            compared.getChildren()
                    .add(PlaybookNodes.label(texts.get("facts.after", Fonts.drawable(last.after())), "t-muted"));
        }
        for (int i = 0; i < last.checks().size(); i++) {
            boolean same = last.before().get(i).equals(last.now().get(i));
            Label now = PlaybookNodes.label(Fonts.drawable(last.now().get(i)), "t-mono", same ? "c-muted" : "c-strong");
            VBox check =
                    new VBox(2, PlaybookNodes.label(Fonts.drawable(last.checks().get(i)), "t-state"));
            if (same) {
                check.getChildren().add(PlaybookNodes.label(texts.get("facts.same"), "t-muted"));
            } else {
                check.getChildren()
                        .add(PlaybookNodes.label(
                                texts.get(
                                        "facts.was",
                                        Fonts.drawable(last.before().get(i))),
                                "t-muted"));
            }
            check.getChildren().add(now);
            compared.getChildren().add(check);
        }
    }

    private void update(HBox row, RunEvidence.Fact fact) {
        row.setPadding(new Insets(4, 16, 4, 16));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(32);
        Label name = PlaybookNodes.grow(PlaybookNodes.label(Fonts.drawable(fact.name()), "t-body"));
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
                            PlaybookNodes.word(
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
        Label then = column(PlaybookNodes.word(
                fact.before() == null ? "—" : figures.measured(fact.before(), fact.unit()), "t-dense"));
        Label now = column(PlaybookNodes.word(
                fact.now() == null ? "—" : figures.measured(fact.now(), fact.unit()), "t-state", colour));
        row.getChildren().setAll(name, then, now);
        row.setAccessibleText(fact.name() + " " + then.getText() + " → " + now.getText());
    }
}
