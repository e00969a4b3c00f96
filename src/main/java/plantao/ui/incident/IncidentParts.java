package plantao.ui.incident;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.journal.Incident;
import plantao.journal.Message;
import plantao.journal.SimilarIncident;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;
import plantao.ui.incident.IncidentPart.Part;

/// What can be done beside an incident's timeline: one part at a time.
final class IncidentParts {
    private final Texts texts;
    private final PostmortemPane paper;
    private final MessagesPane messages;
    private final SeenPanel seen;
    private final Label none;
    private final FollowUpsPanel later;
    private final PatchPane patch;
    private final ResponsePane response;
    private final UiContext desktop;
    private final Set<UUID> recalled = new HashSet<>();
    private int size = -1;
    private @Nullable UUID shown;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Part, ToggleButton> buttons = new EnumMap<>(Part.class);
    private final Map<Part, Node> panes = new EnumMap<>(Part.class);

    IncidentParts(UiContext desktop, Texts texts, PostmortemPane paper, HBox choice, StackPane body) {
        this.texts = texts;
        this.paper = paper;
        this.desktop = desktop;
        this.messages = new MessagesPane(desktop, texts);
        this.seen = new SeenPanel(desktop);
        this.response = new ResponsePane(desktop, texts);
        this.patch = new PatchPane(desktop, texts);
        this.later = new FollowUpsPanel(desktop);
        this.none = new Label(texts.get("seen.none"));
        panes.put(Part.POSTMORTEM, paper);
        panes.put(Part.MESSAGES, messages);
        none.getStyleClass().add("t-muted14");
        none.setWrapText(true);
        none.setPadding(new Insets(16));
        panes.put(Part.RESPONSE, scrolling(response));
        panes.put(Part.SEEN, scrolling(new VBox(none, seen)));
        panes.put(Part.PATCH, patch);
        panes.put(Part.FOLLOWUPS, scrolling(later));
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

    private static ScrollPane scrolling(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
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
        count(Part.RESPONSE, response.show(i, board));
        count(Part.PATCH, patch.show(i, board));
        count(Part.FOLLOWUPS, later.show(board, i.id())[0]);
        int now = board.journal().entries().size();
        if (now != size || !i.id().equals(shown)) {
            size = now;
            shown = i.id();
            seen(SimilarIncident.of(board.journal().incidents(), SimilarIncident.Subject.of(i)));
        }
    }

    private void seen(List<SimilarIncident> before) {
        seen.show(before);
        Nodes.show(none, before.isEmpty());
        count(Part.SEEN, before.size());
        // Only a long log begins without the timelines of old incidents.
        before.stream()
                .filter(s -> recalled.add(s.incident().id()))
                .forEach(s -> desktop.send(new Event.FetchTimeline(s.incident().id())));
    }

    private void count(Part part, int count) {
        ToggleButton button = buttons.get(part);
        if (button != null) {
            button.setText(texts.get("part." + key(part)) + (count > 0 ? " " + count : ""));
        }
    }
}
