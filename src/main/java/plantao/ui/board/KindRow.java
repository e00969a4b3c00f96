package plantao.ui.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.Texts;

/// Many alerts of one kind in one row: how many, how bad, since when; opened and closed, acknowledged at once.
final class KindRow extends HBox {
    private final Texts texts;
    private final Figures figures;
    private final FontIcon sign = new FontIcon("fth-chevron-right");
    private final Mark mark = new Mark(Mark.Kind.ALERT, 16);
    private final Label name = new Label();
    private final Label about = new Label();
    private final Label level = new Label();
    private final Label age = new Label();
    private final Button acknowledge = new Button();
    private Runnable toggle = () -> {};
    private boolean open;

    KindRow(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
        getStyleClass().addAll("alert-row", "compact");
        setFocusTraversable(true);
        name.getStyleClass().add("t-name");
        name.setMinWidth(0);
        about.getStyleClass().add("t-muted");
        about.setMinWidth(0);
        age.getStyleClass().add("t-state");
        age.setMinWidth(Region.USE_PREF_SIZE);
        level.setMinWidth(Region.USE_PREF_SIZE);
        acknowledge.getStyleClass().add("small");
        acknowledge.setMinWidth(Region.USE_PREF_SIZE);
        acknowledge.setFocusTraversable(false);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, name, space, age);
        head.setAlignment(Pos.CENTER_LEFT);
        Region wide = new Region();
        HBox.setHgrow(wide, Priority.ALWAYS);
        HBox second = new HBox(8, level, about, wide, acknowledge);
        second.setAlignment(Pos.CENTER_LEFT);
        second.setMinHeight(28);
        VBox body = new VBox(2, head, second);
        HBox.setHgrow(body, Priority.ALWAYS);
        mark.setTranslateY(2);
        sign.setTranslateY(3);
        getChildren().addAll(sign, mark, body);
        setOnMouseClicked(_ -> toggle.run());
    }

    /// @param toggles opens or closes it
    /// @param acknowledges acknowledges all that wait
    void show(AlertItem.Many kind, Instant now, Runnable toggles, Runnable acknowledges) {
        toggle = toggles;
        open = kind.open();
        long waiting = kind.waiting();
        boolean over = kind.kind() == AlertItem.Kind.OVER;
        Nodes.style(this, "alert-row", "compact", over ? "over" : waiting > 0 ? "unacknowledged" : "acknowledged");
        sign.setIconLiteral(open ? "fth-chevron-down" : "fth-chevron-right");
        boolean red = waiting > 0 && kind.kind() != AlertItem.Kind.CAUSE;
        mark.setKind(over ? Mark.Kind.RECOVERED : red ? Mark.Kind.ALERT : Mark.Kind.ALERT_ACKED);
        long firing = kind.alerts().stream().filter(o -> o.alert().firing()).count();
        name.setText(Fonts.drawable(
                texts.get("kind." + kind.kind().name().toLowerCase(java.util.Locale.ROOT), kind.title(), firing)));
        int worst = kind.alerts().stream()
                .mapToInt(o -> Math.clamp(o.alert().rule().level(), 1, 4))
                .min()
                .orElse(4);
        level.setText(texts.get("level." + worst));
        Nodes.style(level, "label", "chip", worst == 1 ? "danger" : worst == 2 ? "warning" : "muted");
        Instant oldest = kind.alerts().stream()
                .map(o -> o.alert().since())
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        age.setText(over || oldest == null ? "" : figures.length(Duration.between(oldest, now)));
        about.setText(texts.get(
                waiting == 0 ? "kind.seen" : "kind.about", kind.alerts().size()));
        acknowledge.setText(texts.get("kind.acknowledge", waiting));
        Nodes.show(acknowledge, waiting > 0);
        acknowledge.setOnAction(_ -> acknowledges.run());
        setAccessibleText(name.getText() + ", " + about.getText());
        setOnKeyPressed(event -> {
            KeyCode code = event.getCode();
            boolean turns = code == KeyCode.ENTER
                    || code == KeyCode.SPACE
                    || code == KeyCode.RIGHT && !open
                    || code == KeyCode.LEFT && open;
            if (turns) {
                toggle.run();
                event.consume();
            } else if (code == KeyCode.A && !event.isControlDown() && acknowledge.isVisible()) {
                acknowledge.fire();
                event.consume();
            }
        });
    }
}
