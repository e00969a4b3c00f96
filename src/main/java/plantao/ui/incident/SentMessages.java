package plantao.ui.incident;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.journal.Incident;
import plantao.journal.Message;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.RowSync;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// The messages that went out, the latest first, and what became of each.
final class SentMessages extends ScrollPane {
    private final UiContext desktop;
    private final Texts texts;
    private final Consumer<Message> again;
    private final RowSync<Message, Row> rows;

    /// @param again is given a message whose text is to be written on
    SentMessages(UiContext desktop, Texts texts, Consumer<Message> again) {
        this.desktop = desktop;
        this.texts = texts;
        this.again = again;
        VBox box = new VBox(4);
        rows = new RowSync<>(box.getChildren(), Message::id, _ -> new Row(), Row::show);
        setContent(box);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMaxHeight(132);
        setId("sent");
    }

    void show(Incident i, Instant now) {
        List<Message> all = Message.of(i).reversed();
        rows.show(all);
        Nodes.show(this, !all.isEmpty());
        setPrefHeight(Math.min(132, 44 * all.size()));
        setMinHeight(0);
    }

    private final class Row extends HBox {
        private final FontIcon icon = new FontIcon("fth-send");
        private final Label what = new Label();
        private final Label about = new Label();
        private final Button use = new Button(texts.get("message.use"));

        Row() {
            super(8);
            setAlignment(Pos.CENTER_LEFT);
            what.getStyleClass().add("t-body");
            what.setWrapText(true);
            about.setWrapText(true);
            use.getStyleClass().addAll("link", "small");
            use.setMinWidth(USE_PREF_SIZE);
            VBox words = new VBox(what, about);
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMinWidth(0);
            getChildren().addAll(icon, words, use);
        }

        void show(Message m) {
            String state = m.state();
            boolean bad = state.equals("given-up") || state.equals("unknown");
            icon.setIconLiteral(
                    bad
                            ? "fth-alert-triangle"
                            : m.way().equals("mail") ? "fth-mail" : m.posted() ? "fth-send" : "fth-copy");
            what.setText(desktop.figures().utcShort(m.at()) + "  " + Fonts.drawable(m.template()));
            String outcome =
                    m.to().isEmpty() ? texts.get("message.was.copied") : texts.get("message." + state) + " " + m.to();
            String reason = m.tries().isEmpty() || m.tries().getLast().reason() == null
                    ? ""
                    : " · " + texts.said(String.valueOf(m.tries().getLast().reason()));
            String tries = m.tries().size() > 1
                    ? " · " + texts.get("message.tries", m.tries().size())
                    : "";
            about.setText(outcome + reason + tries + " · " + m.by());
            Nodes.style(about, "label", "t-muted", bad ? "c-danger" : "c-muted");
            use.setOnAction(_ -> again.accept(m));
            Tooltip.install(this, new Tooltip(m.text()));
        }
    }
}
