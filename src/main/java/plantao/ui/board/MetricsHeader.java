package plantao.ui.board;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.Texts;

/// What the columns of the metrics are; the names of the limits stand above their ticks.
final class MetricsHeader extends HBox {
    private final Label hour;

    /// @param named what the rows are, or nothing where that has been said
    MetricsHeader(Texts texts, String named) {
        getStyleClass().addAll("panel-header", "metrics-header");
        Label title = head(named, MetricRow.NAME);
        Nodes.style(title, "label", "t-name");
        title.setMinWidth(MetricRow.NARROWEST_NAME);
        Label now = head(texts.get("metrics.now"), MetricRow.NOW);
        hour = head(texts.get("metrics.hour"), MetricRow.HOUR);
        Label age = head(texts.get("metrics.age"), MetricRow.AGE);
        age.setAlignment(Pos.CENTER_RIGHT);
        Pane limits = new Limits(texts);
        HBox.setHgrow(limits, Priority.ALWAYS);
        getChildren().setAll(title, now, limits, hour, age);
    }

    void dense(boolean on) {
        hour.setVisible(!on);
        hour.setManaged(!on);
    }

    private static Label head(String text, double width) {
        Label label = new Label(text);
        label.getStyleClass().add("t-muted");
        label.setMinWidth(width);
        label.setPrefWidth(width);
        return label;
    }

    private static final class Limits extends Pane {
        private final Label normal;
        private final Label warning;
        private final Label critical;

        Limits(Texts texts) {
            normal = word(texts.get("metrics.normal"));
            warning = word(texts.get("metrics.warning"));
            critical = word(texts.get("metrics.critical"));
            getChildren().setAll(normal, warning, critical);
            setMinWidth(BulletGauge.NARROWEST);
            setMaxWidth(BulletGauge.WIDEST);
            setPrefHeight(17);
            setMaxHeight(17);
        }

        private static Label word(String text) {
            Label label = new Label(text);
            label.getStyleClass().add("t-muted");
            return label;
        }

        @Override
        protected void layoutChildren() {
            double w = getWidth();
            place(normal, 0);
            double at = Math.min(w - critical.prefWidth(-1), w * 0.82 - critical.prefWidth(-1) / 2);
            place(critical, at);
            place(warning, Math.min(w * 0.66 - warning.prefWidth(-1) / 2, at - warning.prefWidth(-1) - 8));
        }

        private static void place(Label label, double x) {
            label.resizeRelocate(Math.round(x), 0, label.prefWidth(-1), 17);
        }
    }
}
