package plantao.ui.incident;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.journal.Entry;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;

/// One entry on the timeline: time, mark on a line, words.
final class TimelineRow extends HBox {
    TimelineRow(Entry entry, TimelineItem told, Figures figures) {
        getStyleClass().add("timeline-row");
        Label time = new Label(figures.utcShort(entry.at()));
        time.getStyleClass().add("timeline-time");
        time.setTooltip(new Tooltip(figures.exact(entry.at())));
        Node sign = told.mark() == null ? new FontIcon(told.icon()) : new Mark(told.mark(), 16);
        Region line = new Region();
        line.getStyleClass().add("timeline-line");
        VBox.setVgrow(line, Priority.ALWAYS);
        VBox track = new VBox(4, sign, line);
        track.setAlignment(Pos.TOP_CENTER);
        track.setMinWidth(16);
        VBox words = new VBox(1, flow(told));
        if (!told.about().isEmpty()) {
            Label about = new Label(Fonts.drawable(told.about()));
            about.getStyleClass().add("t-muted");
            if (told.bad()) {
                about.getStyleClass().add("c-danger");
            }
            about.setWrapText(true);
            words.getChildren().add(about);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        getChildren().addAll(time, track, words);
        setAccessibleText(figures.utcShort(entry.at()) + " " + told.lead() + " " + told.text() + " " + told.about());
    }

    private static TextFlow flow(TimelineItem told) {
        TextFlow flow = new TextFlow();
        flow.setLineSpacing(3);
        if (!told.lead().isEmpty()) {
            flow.getChildren().add(text(told.lead() + (told.text().isEmpty() ? "" : "  "), "t-name"));
        }
        if (!told.text().isEmpty()) {
            flow.getChildren().add(text(told.text(), told.command() ? "t-mono" : "t-body"));
        }
        return flow;
    }

    private static Text text(String words, String style) {
        Text text = new Text(Fonts.drawable(words));
        text.getStyleClass().add(style);
        return text;
    }
}
