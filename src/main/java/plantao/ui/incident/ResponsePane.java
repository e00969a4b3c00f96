package plantao.ui.incident;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.journal.Incident;
import plantao.journal.IncidentLists;
import plantao.journal.ItemKey;
import plantao.journal.ItemState;
import plantao.runbook.Checklist;
import plantao.runbook.Origin;
import plantao.runbook.Runbook;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.ListKeys;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// How an incident is answered: who does what, and the runbook's own checklist for it, ticked for this incident.
final class ResponsePane extends VBox {
    private final UiContext desktop;
    private final Texts texts;
    private final Map<Incident.Role, TextField> roles = new EnumMap<>(Incident.Role.class);
    private final VBox lists = new VBox();
    private final List<Item> items = new ArrayList<>();
    private @Nullable UUID shown;
    private @Nullable Runbook drawn;

    ResponsePane(UiContext desktop, Texts texts) {
        this.desktop = desktop;
        this.texts = texts;
        HBox row = new HBox(16);
        for (Incident.Role role : Incident.Role.values()) {
            Label name = new Label(texts.get("role." + role.word()));
            name.getStyleClass().add("t-muted");
            TextField who = new TextField();
            who.setId("role-" + role.word());
            who.setPromptText(texts.get("role.nobody"));
            who.setMinWidth(60);
            who.setOnAction(_ -> give(role, who));
            who.focusedProperty().addListener((_, _, focused) -> {
                if (!focused) {
                    give(role, who);
                }
            });
            roles.put(role, who);
            VBox one = new VBox(4, name, who);
            HBox.setHgrow(one, Priority.ALWAYS);
            row.getChildren().add(one);
        }
        VBox head = new VBox(8, title("response.roles"), row);
        head.getStyleClass().add("message-head");
        lists.addEventHandler(KeyEvent.KEY_PRESSED, event -> ListKeys.move(event, lists.getChildren()));
        getChildren().addAll(head, lists);
        setId("response");
    }

    private Label title(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("t-name");
        return label;
    }

    private void give(Incident.Role role, TextField who) {
        UUID id = shown;
        if (id != null && !Objects.equals(who.getUserData(), who.getText())) {
            who.setUserData(who.getText());
            desktop.send(new Event.GiveRole(id, role, who.getText()));
        }
    }

    /// @return how many items are still to tick
    int show(Incident i, Board board) {
        boolean other = !i.id().equals(shown);
        shown = i.id();
        roles.forEach((role, field) -> {
            String holder = i.holder(role);
            if (other || !field.isFocused()) {
                field.setText(holder);
                field.setUserData(holder);
            }
            field.setEditable(i.open());
        });
        Runbook runbook = board.system(i.system()).map(SystemBoard::runbook).orElse(null);
        if (other || runbook != drawn) {
            drawn = runbook;
            build(runbook);
        }
        Map<ItemKey, ItemState> states = new HashMap<>();
        board.journal().items(i.system()).forEach(s -> states.put(s.key(), s));
        items.forEach(item -> item.show(i, states.get(item.key)));
        return i.open() ? (int) items.stream().filter(item -> !item.ticked).count() : 0;
    }

    private void build(@Nullable Runbook runbook) {
        items.clear();
        List<Node> nodes = new ArrayList<>();
        List<Checklist> own = runbook == null ? List.of() : IncidentLists.of(runbook);
        Map<Origin, ItemKey> keys = new HashMap<>();
        if (runbook != null) {
            ItemKey.all(runbook).forEach((key, origin) -> keys.put(origin, key));
        }
        for (Checklist list : own) {
            Label name = new Label(Fonts.drawable(list.title()));
            name.getStyleClass().add("t-name");
            Label line = new Label(
                    texts.get("response.line", String.valueOf(list.origin().line())));
            line.getStyleClass().add("t-muted");
            HBox header = new HBox(8, name, line);
            header.getStyleClass().add("section-header");
            nodes.add(header);
            for (Checklist.Item item : list.items()) {
                ItemKey key = keys.get(item.origin());
                if (key != null) {
                    Item row = new Item(item, key);
                    items.add(row);
                    nodes.add(row);
                }
            }
        }
        if (items.isEmpty()) {
            Label none = new Label(texts.get("response.none"));
            none.getStyleClass().addAll("t-muted14", "response-none");
            none.setWrapText(true);
            nodes.add(none);
        }
        lists.getChildren().setAll(nodes);
    }

    private final class Item extends HBox {
        private final ItemKey key;
        private final Mark mark = new Mark(Mark.Kind.TODO, 16);
        private final Label about = new Label();
        private boolean ticked;
        private boolean open;

        Item(Checklist.Item item, ItemKey key) {
            super(12);
            this.key = key;
            setAlignment(Pos.CENTER_LEFT);
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.CHECK_BOX);
            getStyleClass().addAll("list-row", "follow-up-row");
            Label text = new Label(Fonts.drawable(item.text()));
            text.getStyleClass().add("t-body");
            text.setWrapText(true);
            about.getStyleClass().add("t-muted");
            VBox words = new VBox(2, text, about);
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMinWidth(0);
            getChildren().addAll(mark, words);
            setAccessibleText(item.text());
            setOnMouseClicked(_ -> tick());
            setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
                    tick();
                    event.consume();
                }
            });
        }

        private void tick() {
            if (open) {
                String system = desktop.now().selected();
                desktop.send(ticked ? new Event.UntickItem(system, key) : new Event.TickItem(system, key, null));
            }
        }

        /// What was ticked before this incident began was ticked for another.
        void show(Incident i, @Nullable ItemState state) {
            open = i.open();
            ticked = state != null
                    && state.status() == ItemState.Status.TICKED
                    && !state.at().isBefore(i.began())
                    && (i.closed() == null || !state.at().isAfter(i.closed()));
            mark.setKind(ticked ? Mark.Kind.DONE : Mark.Kind.TODO);
            Nodes.show(about, ticked);
            if (ticked && state != null) {
                about.setText(texts.get(
                        "response.ticked", state.by(), desktop.figures().utcShort(state.at())));
            }
        }
    }
}
