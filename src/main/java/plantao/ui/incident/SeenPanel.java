package plantao.ui.incident;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import plantao.journal.SimilarIncident;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.RowSync;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// Earlier incidents like this one: when, how long, why it is like them, their cause and what worked.
public final class SeenPanel extends VBox {
    private final UiContext desktop;
    private final Texts texts;
    private final Figures figures;
    private final RowSync<SimilarIncident, Row> rows;

    public SeenPanel(UiContext desktop) {
        this.desktop = desktop;
        this.texts = desktop.texts(SeenPanel.class);
        this.figures = desktop.figures();
        rows = new RowSync<>(getChildren(), (SimilarIncident s) -> s.incident().id(), _ -> new Row(), Row::show);
        setId("seen");
        getStylesheets().add(String.valueOf(SeenPanel.class.getResource("incident.css")));
    }

    public void show(List<SimilarIncident> seen) {
        rows.show(seen);
    }

    private final class Row extends VBox {
        private final Label when = new Label();
        private final Label title = new Label();
        private final Label why = new Label();
        private final Label cause = new Label();
        private final Label worked = new Label();
        private final Label command = new Label();
        private final Button open = new Button(texts.get("seen.open"));

        Row() {
            super(4);
            getStyleClass().add("seen-row");
            when.getStyleClass().add("t-muted");
            open.getStyleClass().addAll("link", "small");
            open.setMinWidth(USE_PREF_SIZE);
            HBox first = new HBox(8, when, open);
            first.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(when, Priority.ALWAYS);
            when.setMaxWidth(Double.MAX_VALUE);
            style(title, "t-name");
            style(why, "t-muted");
            style(cause, "t-body");
            style(worked, "t-body");
            style(command, "t-mono");
            getChildren().addAll(first, title, why, cause, worked, command);
        }

        private static void style(Label label, String style) {
            label.getStyleClass().add(style);
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }

        void show(SimilarIncident seen) {
            UUID id = seen.incident().id();
            java.time.Duration lasted = seen.incident().lasted(desktop.now().now());
            when.setText(figures.exact(seen.incident().began()).substring(0, 16) + " UTC · "
                    + texts.get("seen.lasted", figures.length(lasted)));
            when.setTooltip(new Tooltip(figures.exact(seen.incident().began())));
            title.setText(seen.incident().number() + " · "
                    + Fonts.drawable(seen.incident().title()));
            why.setText(seen.why().stream()
                    .map(w -> texts.get(
                            "seen.why." + w.kind().name().toLowerCase(java.util.Locale.ROOT), Fonts.drawable(w.what())))
                    .collect(Collectors.joining(" · ")));
            text(cause, seen.causes().isEmpty() ? "" : texts.get("seen.cause", String.join("; ", seen.causes())));
            SimilarIncident.Worked w = seen.worked();
            text(worked, w == null ? texts.get("seen.unknown") : texts.get("seen.worked", w.step()));
            text(command, w == null ? "" : w.command());
            open.setOnAction(_ -> desktop.navigation().go(Screen.INCIDENTS, id));
        }

        private static void text(Label label, String text) {
            label.setText(Fonts.drawable(text));
            label.setVisible(!text.isEmpty());
            label.setManaged(!text.isEmpty());
        }
    }

    /// The panel with a title over it, for a column of panels.
    public static Node titled(String title, SeenPanel seen) {
        Label name = new Label(title);
        name.getStyleClass().add("t-name");
        HBox header = new HBox(new org.kordamp.ikonli.javafx.FontIcon("fth-rotate-ccw"), name);
        header.getStyleClass().add("panel-header");
        VBox panel = new VBox(header, seen);
        panel.getStyleClass().add("panel");
        return panel;
    }
}
