package plantao.ui.board;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.ui.fx.Focus;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Texts;

/// A sheet at the right of the board: a heading and parts below each other. Escape closes it.
final class Drawer extends VBox {
    static final double WIDTH = 420;
    /// What is left between the paddings and the scroll bar.
    static final double INNER = 376;

    private final HBox head = new HBox(8);
    private final VBox body = new VBox(6);
    private final Button close = new Button();

    Drawer(Texts texts, Runnable closing) {
        getStyleClass().add("drawer");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        head.getStyleClass().add("panel-header");
        head.setAlignment(Pos.CENTER_LEFT);
        body.setPadding(new Insets(12, 16, 16, 16));
        close.setGraphic(new FontIcon("fth-x"));
        close.setAccessibleText(texts.get("drawer.close"));
        close.getStyleClass().addAll("small", "link");
        close.setOnAction(_ -> closing.run());
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head, scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                closing.run();
                event.consume();
            }
        });
    }

    void focus() {
        Focus.on(close);
    }

    void fill(Mark.Kind mark, String title, List<Node> parts) {
        Label name = new Label(title);
        name.getStyleClass().add("t-name");
        name.setWrapText(true);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        head.getChildren().setAll(new Mark(mark, 16), name, space, close);
        body.getChildren().setAll(parts);
    }

    Label section(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("t-muted", "t-strong", "drawer-section");
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    Label text(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
