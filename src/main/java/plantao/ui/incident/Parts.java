package plantao.ui.incident;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import plantao.desk.Board;
import plantao.journal.Incident;
import plantao.journal.Message;
import plantao.ui.fx.Desktop;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.Texts;
import plantao.ui.incident.IncidentPart.Part;

/// What can be done beside an incident's timeline: one part at a time.
final class Parts {
    private final Texts texts;
    private final PostmortemPane paper;
    private final MessagesPane messages;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Part, ToggleButton> buttons = new EnumMap<>(Part.class);
    private final Map<Part, Node> panes = new EnumMap<>(Part.class);

    Parts(Desktop desktop, Texts texts, PostmortemPane paper, HBox choice, StackPane body) {
        this.texts = texts;
        this.paper = paper;
        this.messages = new MessagesPane(desktop, texts);
        panes.put(Part.POSTMORTEM, paper);
        panes.put(Part.MESSAGES, messages);
        for (Part part : Part.values()) {
            ToggleButton button = new ToggleButton(texts.get("part." + key(part)));
            button.setId("part-" + key(part));
            button.setToggleGroup(group);
            button.setOnAction(_ -> choose(part));
            buttons.put(part, button);
            choice.getChildren().add(button);
        }
        body.getChildren().setAll(panes.values());
        choose(Part.POSTMORTEM);
    }

    private static String key(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    void choose(Part part) {
        buttons.forEach((p, button) -> button.setSelected(p == part));
        panes.forEach((p, pane) -> Nodes.show(pane, p == part));
    }

    void show(Incident i, Board board) {
        paper.show(i, board);
        messages.show(i, board);
        count(Part.MESSAGES, Message.of(i).size());
    }

    private void count(Part part, int count) {
        ToggleButton button = buttons.get(part);
        if (button != null) {
            button.setText(texts.get("part." + key(part)) + (count > 0 ? " " + count : ""));
        }
    }
}
