package plantao.ui.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.BackupFirst;
import plantao.desk.Event;
import plantao.desk.StepCare;
import plantao.desk.SystemBoard;
import plantao.playbook.Danger;
import plantao.playbook.Run;
import plantao.runbook.Command;
import plantao.runbook.Procedure;
import plantao.runbook.Risk;
import plantao.runbook.Step;
import plantao.runbook.command.TypedStep;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Scrim;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// Asks before a step that can do harm runs: what runs, where, why it is asked. Enter never runs it.
final class ConfirmCard {
    /// A title longer than this is no name for a button.
    private static final int NAME = 40;

    private final UiContext desktop;
    private final Texts texts;
    private final UUID run;
    private final int index;
    private final StackPane root;
    private final VBox card = new VBox();
    private final Button act = new Button();
    private final TextField name = new TextField();
    private final StepCare care;
    private final boolean typing;
    private final Consumer<Procedure> backUp;

    /// @param step the index of the step that is asked about
    /// @param backUp opens a backup procedure instead
    ConfirmCard(UiContext desktop, SystemBoard system, Run of, int step, Consumer<Procedure> backUp) {
        this.desktop = desktop;
        this.texts = desktop.texts(ConfirmCard.class);
        this.run = of.id();
        this.index = step;
        this.backUp = backUp;
        Step asked = of.steps().get(step);
        this.care = StepCare.of(system, of, step);
        this.typing = care.danger(asked.risk()) == Danger.TYPE_NAME;
        boolean destroys = asked.risk() == Risk.DESTRUCTIVE;
        card.getStyleClass().addAll("dialog-card", destroys ? "destructive" : "disruptive");
        card.setMaxSize(808, Region.USE_PREF_SIZE);
        card.getChildren().addAll(head(of, asked), what(system, of), why(of, asked));
        if (destroys) {
            BackupFirst.of(system.runbook(), of, asked)
                    .ifPresent(p -> card.getChildren().add(backup(p)));
        }
        card.getChildren()
                .addAll(
                        divider(),
                        answer(system, of, asked),
                        PlaybookNodes.label(texts.get("confirm.logged"), "t-muted"));
        root = Scrim.over(card);
        StackPane.setMargin(card, new javafx.geometry.Insets(16));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
    }

    Parent root() {
        return root;
    }

    boolean asks(UUID of, int step) {
        return run.equals(of) && index == step;
    }

    void focus() {
        if (typing) {
            name.requestFocus();
        } else {
            act.requestFocus();
        }
    }

    private HBox head(Run of, Step step) {
        String environment = PlaybookNodes.environment(of.target(), texts, desktop.locale());
        String key = switch (step.risk()) {
            case DESTRUCTIVE -> "confirm.destroys";
            case DISRUPTIVE -> "confirm.disrupts";
            case MUTATING, SAFE -> "confirm.changes";
        };
        VBox words = new VBox(
                2,
                PlaybookNodes.label(texts.get(key, environment), "t-title"),
                PlaybookNodes.label(
                        texts.get("step.place", index + 1, of.steps().size()) + " · " + Fonts.drawable(of.title()),
                        "t-muted14"));
        Mark mark = new Mark(step.risk() == Risk.DESTRUCTIVE ? Mark.Kind.ALERT : Mark.Kind.DEGRADED, 32);
        HBox head = new HBox(
                12,
                mark,
                PlaybookNodes.grow(words),
                PlaybookNodes.environmentChip(of.target(), texts, desktop.locale()));
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private VBox what(SystemBoard system, Run of) {
        var resolved = desktop.preview().of(of, index);
        CommandText command = new CommandText();
        command.show(resolved.pieces());
        FittingScroll scroll = new FittingScroll(command, 56);
        scroll.setMaxHeight(220);
        VBox box = new VBox(scroll);
        box.getStyleClass().add("command-box");
        Label place = PlaybookNodes.label(
                PlaybookNodes.placeAndLimit(system, of, of.steps().get(index), texts, desktop.figures()) + " · "
                        + of.target().place().folder(),
                "t-muted");
        return new VBox(6, PlaybookNodes.label(texts.get("confirm.what"), "t-state"), box, place);
    }

    private VBox why(Run of, Step step) {
        VBox all = new VBox(4, PlaybookNodes.label(texts.get("confirm.why"), "t-state"));
        StepCare.Why treated = care.why();
        if (treated != null) {
            all.getChildren()
                    .add(PlaybookNodes.label(
                            texts.get(
                                    treated == StepCare.Why.HOLDS ? "confirm.holds" : "confirm.unchanged",
                                    PlaybookNodes.environment(of.target(), texts, desktop.locale()),
                                    Fonts.drawable(care.holds())),
                            "t-body"));
        }
        boolean named = false;
        for (Command command : step.commands()) {
            if (command.risk() == step.risk() && !TypedStep.is(step)) {
                String first = command.text().lines().findFirst().orElse("");
                String more = command.text().lines().count() > 1
                        ? " " + texts.get("confirm.more", command.text().lines().count() - 1)
                        : "";
                all.getChildren()
                        .add(reason(
                                texts.get(
                                        "confirm.risk." + step.risk().name().toLowerCase(java.util.Locale.ROOT),
                                        String.valueOf(command.origin().line())),
                                first + more));
                named = true;
            }
        }
        if (!named) {
            all.getChildren()
                    .add(reason(texts.get("risk." + step.risk().name().toLowerCase(java.util.Locale.ROOT)), ""));
        }
        List<String> warnings = new ArrayList<>(step.notes());
        if (of.banner() != null) {
            warnings.addFirst(of.banner());
        }
        warnings.forEach(w -> all.getChildren().add(reason(texts.get("confirm.says", Fonts.drawable(w)), "")));
        FittingScroll scroll = new FittingScroll(all, 44);
        scroll.setMaxHeight(180);
        return new VBox(scroll);
    }

    private static HBox reason(String words, String command) {
        VBox text = new VBox(2, PlaybookNodes.label(words, "t-body"));
        if (!command.isEmpty()) {
            text.getChildren().add(PlaybookNodes.label(Fonts.drawable(command), "t-mono"));
        }
        HBox row = new HBox(8, new FontIcon("fth-chevron-right"), PlaybookNodes.grow(text));
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private HBox backup(Procedure procedure) {
        Button open = PlaybookNodes.button(texts.get("confirm.backup.now"), "fth-database", null, "accent");
        open.setId("back-up-first");
        open.setOnAction(_ -> {
            desktop.send(new Event.DeclineStep(run));
            backUp.accept(procedure);
        });
        VBox words = new VBox(
                2,
                PlaybookNodes.label(texts.get("confirm.backup"), "t-name"),
                PlaybookNodes.label(texts.get("confirm.backup.about", Fonts.drawable(procedure.title())), "t-dense"));
        HBox notice = new HBox(new FontIcon("fth-database"), PlaybookNodes.grow(words), open);
        notice.getStyleClass().addAll("notice", "info");
        return notice;
    }

    private static Node divider() {
        Region line = new Region();
        line.getStyleClass().add("divider");
        return line;
    }

    private VBox answer(SystemBoard system, Run of, Step step) {
        String environment = PlaybookNodes.environment(of.target(), texts, desktop.locale());
        act.setMnemonicParsing(false);
        act.setText(
                StepWords.named(step) && step.title().length() <= NAME
                        ? texts.get("confirm.act", Fonts.drawable(step.title()), environment)
                        : texts.get("confirm.act.step", index + 1, environment));
        act.setId("confirm-run");
        act.getStyleClass().addAll("large", "wraps", step.risk() == Risk.DESTRUCTIVE ? "danger" : "warning");
        act.setMaxWidth(420);
        act.setOnAction(_ -> confirm());
        Button no = PlaybookNodes.button(texts.get("confirm.cancel"), null, "Esc", "large");
        no.setId("confirm-cancel");
        no.setOnAction(_ -> refuse());
        HBox row = new HBox(12);
        row.setAlignment(Pos.CENTER_RIGHT);
        VBox all = new VBox(8);
        if (typing) {
            all.getChildren().add(PlaybookNodes.label(texts.get("confirm.type", system.name()), "t-body", "c-strong"));
            Label left = PlaybookNodes.word("", "t-muted");
            name.setId("confirm-name");
            name.getStyleClass().addAll("large", "mono");
            name.setAccessibleText(texts.get("confirm.type", system.name()));
            name.setPrefWidth(240);
            name.textProperty().subscribe(text -> {
                boolean same = text.equals(system.name());
                act.setDisable(!same);
                boolean onTheWay = system.name().startsWith(text);
                left.setText(
                        same
                                ? ""
                                : onTheWay
                                        ? texts.get(
                                                "confirm.left", system.name().length() - text.length())
                                        : texts.get("confirm.other"));
                left.getStyleClass().setAll("label", "t-muted", onTheWay ? "c-muted" : "c-danger");
            });
            HBox.setHgrow(name, Priority.SOMETIMES);
            row.getChildren().addAll(name, left);
        } else {
            row.getChildren().add(PlaybookNodes.label(texts.get("confirm.key"), "t-muted"));
        }
        row.getChildren().addAll(PlaybookNodes.space(), no, act);
        all.getChildren().add(row);
        return all;
    }

    /// Plain Enter and Space run nothing here, wherever the focus is.
    private void keys(KeyEvent event) {
        boolean onAct = act.isFocused();
        if (event.getCode() == KeyCode.ENTER && event.isControlDown()) {
            if (onAct) {
                confirm();
            }
            event.consume();
        } else if (onAct && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
            event.consume();
        }
    }

    private void confirm() {
        if (!act.isDisabled()) {
            desktop.send(new Event.RunStep(run, index, true, true, typing ? name.getText() : null));
        }
    }

    void refuse() {
        desktop.send(new Event.DeclineStep(run));
    }
}
