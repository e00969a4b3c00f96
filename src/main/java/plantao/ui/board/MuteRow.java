package plantao.ui.board;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Event;
import plantao.desk.Mute;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// A silence or a maintenance window that is on, with the time that is left; amber when its end is near.
final class MuteRow extends HBox {
    private static final Duration NEAR = Duration.ofMinutes(5);

    private final UiContext desktop;
    private final Texts texts;
    private final Figures figures;
    private final FontIcon icon = new FontIcon("fth-volume-x");
    private final Label name = new Label();
    private final Label about = new Label();
    private final Button lift;

    MuteRow(UiContext desktop, Texts texts) {
        this.desktop = desktop;
        this.texts = texts;
        this.figures = desktop.figures();
        getStyleClass().add("list-row");
        setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().add("t-body");
        name.setWrapText(true);
        about.setWrapText(true);
        VBox words = new VBox(name, about);
        HBox.setHgrow(words, Priority.ALWAYS);
        lift = new Button(texts.get("mute.lift"));
        lift.getStyleClass().add("small");
        lift.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(icon, words, lift);
    }

    void show(String system, Mute mute, int kept, Instant now) {
        icon.setIconLiteral(mute.maintenance() ? "fth-tool" : "fth-volume-x");
        name.setText(texts.get(mute.maintenance() ? "mute.maintenance" : "mute.silence", Fonts.drawable(mute.title())));
        Duration left = Duration.between(now, mute.until());
        boolean near = mute.silence() != null && left.compareTo(NEAR) <= 0;
        String text = texts.get("mute.until", figures.utcShort(mute.until()), figures.age(left), kept);
        if (mute.reason() != null) {
            text += " · " + mute.reason();
        }
        if (mute.origin() != null) {
            text += " · " + texts.get("line", String.valueOf(mute.origin().line()));
        }
        about.setText(Fonts.drawable(text));
        Nodes.style(about, "label", "t-muted", near ? "c-warning" : "c-muted");
        UUID silence = mute.silence();
        lift.setVisible(silence != null);
        lift.setManaged(silence != null);
        if (silence != null) {
            lift.setOnAction(_ -> desktop.send(new Event.LiftSilence(system, silence)));
        }
    }
}
