package plantao.ui.playbook;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import plantao.desk.ValueOffers;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Texts;
import plantao.values.ResolvedCommand;

/// A blank of the command: its value and where that came from, or a field to fill it in.
final class ValueRow extends HBox {
    /// @param value null while it is missing
    record Value(String name, ResolvedCommand.@Nullable Value value, boolean changeable) {}

    /// How wide what can be picked is drawn: a value, and at the right where it is from.
    private static final double WIDE = 340;

    private final Texts texts;
    private final BiConsumer<String, String> give;
    private final Function<String, List<ValueOffers.Offer>> offers;
    private final BiConsumer<String, ValueOffers.Offer> take;
    private @Nullable TextField field;
    /// A known value is being changed, so a new board does not take the field away.
    private boolean changing;

    /// @param offers what a blank of that name could be filled with
    /// @param take fills a blank with an offer
    ValueRow(
            Texts texts,
            BiConsumer<String, String> give,
            Function<String, List<ValueOffers.Offer>> offers,
            BiConsumer<String, ValueOffers.Offer> take) {
        this.texts = texts;
        this.give = give;
        this.offers = offers;
        this.take = take;
        setSpacing(12);
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(32);
    }

    void show(Value value) {
        ResolvedCommand.Value known = value.value();
        if (known == null) {
            edit(value, "", false);
        } else if (field == null || !changing) {
            read(value, known);
        }
    }

    private Label name(Value value) {
        Label name = PlaybookNodes.label(Fonts.drawable(value.name()), "variable-name");
        name.setMinWidth(132);
        name.setPrefWidth(132);
        name.setMaxWidth(132);
        return name;
    }

    private void read(Value value, ResolvedCommand.Value known) {
        field = null;
        Label shown = PlaybookNodes.grow(PlaybookNodes.label(Fonts.drawable(known.value()), "t-mono"));
        Label from = PlaybookNodes.label(from(known.from()), "t-muted");
        from.setMaxWidth(220);
        getChildren().setAll(name(value), shown, from);
        if (value.changeable()) {
            Button change = PlaybookNodes.button(texts.get("value.change"), null, null, "link");
            change.setAccessibleText(texts.get("value.change") + " " + value.name());
            change.setOnAction(_ -> {
                edit(value, known.secret() ? "" : known.value(), true);
                TextField edited = field;
                if (edited != null) {
                    edited.requestFocus();
                    edited.selectAll();
                }
            });
            getChildren().add(change);
        }
    }

    private void edit(Value value, String text, boolean back) {
        boolean secret = value.value() != null && value.value().secret();
        TextField edited = secret ? new PasswordField() : new TextField(text);
        changing = back;
        edited.getStyleClass().add("mono");
        edited.setPromptText(texts.get(back ? "value.new" : "value.missing"));
        edited.setAccessibleText(value.name());
        edited.setDisable(!value.changeable());
        Button use = PlaybookNodes.button(texts.get("value.use"), null, "Enter", "small");
        use.disableProperty().bind(edited.textProperty().map(String::isBlank));
        Runnable done = () -> {
            String given = edited.getText().strip();
            ResolvedCommand.Value known = value.value();
            if (known != null) {
                read(value, known);
            }
            if (!given.isEmpty() && (known == null || !given.equals(known.value()))) {
                give.accept(value.name(), given);
            }
        };
        // What stands in the field is what runs: leaving it takes the text. Another window in front does not leave
        // it.
        edited.focusedProperty().subscribe((was, is) -> {
            boolean left =
                    was && !is && edited.getScene() != null && edited.getScene().getFocusOwner() != edited;
            if (left && field == edited) {
                done.run();
            }
        });
        edited.setOnAction(_ -> done.run());
        use.setOnAction(_ -> done.run());
        edited.setOnKeyPressed(event -> {
            ResolvedCommand.Value known = value.value();
            if (event.getCode() == KeyCode.ESCAPE && known != null) {
                read(value, known);
                event.consume();
            }
        });
        field = edited;
        getChildren().setAll(name(value), PlaybookNodes.grow(edited), pick(value.name(), edited), use);
    }

    /// What the field could be filled with: the last value, the alert's, what earlier steps printed.
    private MenuButton pick(String name, TextField edited) {
        MenuButton pick = new MenuButton(texts.get("value.pick"));
        pick.setId("pick-value");
        pick.setFocusTraversable(false); // the field keeps the focus, and what stands in it
        pick.getStyleClass().addAll("small", "flat");
        List<ValueOffers.Offer> all = offers.apply(name);
        for (ValueOffers.Offer offer : all) {
            Label text = PlaybookNodes.word(Fonts.drawable(offer.value()), "t-mono");
            Label from = PlaybookNodes.word(
                    switch (offer.kind()) {
                        case LAST -> texts.get("value.pick.last");
                        case ALERT -> texts.get("value.pick.alert");
                        case STEP -> texts.get("value.pick.step", offer.step() + 1);
                    },
                    "t-muted");
            HBox row = new HBox(16, text, PlaybookNodes.space(), from);
            row.setPrefWidth(WIDE);
            row.setAlignment(Pos.CENTER_LEFT);
            CustomMenuItem item = new CustomMenuItem(row);
            item.setOnAction(_ -> take.accept(name, offer));
            pick.getItems().add(item);
        }
        edited.addEventHandler(javafx.scene.input.KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN && !all.isEmpty()) {
                pick.show();
                event.consume();
            }
        });
        edited.setTooltip(all.isEmpty() ? null : new Tooltip(texts.get("value.pick.keys")));
        PlaybookNodes.show(pick, !all.isEmpty());
        return pick;
    }

    private String from(String from) {
        return switch (from) {
            case "entered" -> texts.get("value.entered");
            case "this run" -> texts.get("value.thisrun");
            case String step when step.matches("#\\d+") -> texts.get("value.pick.step", step.substring(1));
            default -> texts.get("value.from", Fonts.drawable(texts.said(from)));
        };
    }

    /// The field that waits for input, or null.
    @Nullable
    TextField field() {
        return field;
    }
}
