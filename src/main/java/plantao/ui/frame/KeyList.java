package plantao.ui.frame;

import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import plantao.ui.fx.Texts;

/// The list of keys that F1 shows, by where they work.
final class KeyList {
    private record Row(String keys, String text) {}

    private record Group(String title, List<Row> rows) {}

    private static final List<List<Group>> COLUMNS = List.of(
            List.of(
                    new Group(
                            "keys.anywhere",
                            List.of(
                                    new Row("Ctrl K", "keys.palette"),
                                    new Row("Ctrl 1 – 8", "keys.screens"),
                                    new Row("Ctrl Shift F", "keys.log"),
                                    new Row("Ctrl O", "keys.folder"),
                                    new Row("Ctrl E", "keys.export"),
                                    new Row("N", "keys.note"),
                                    new Row("D", "keys.declare"),
                                    new Row("X", "keys.escalate"),
                                    new Row("C", "keys.contacts"),
                                    new Row("F1", "keys.help"))),
                    new Group(
                            "keys.lists",
                            List.of(
                                    new Row("J  K", "keys.move"),
                                    new Row("Enter", "keys.open"),
                                    new Row("Space", "keys.tick"),
                                    new Row("E  F  S  O  U", "keys.item"),
                                    new Row("R", "keys.item.run"),
                                    new Row("Ctrl F", "keys.search")))),
            List.of(
                    new Group(
                            "keys.board",
                            List.of(
                                    new Row("A", "keys.acknowledge"),
                                    new Row("Shift A", "keys.ack.note"),
                                    new Row("Ctrl A", "keys.ack.all"),
                                    new Row("S", "keys.silence"))),
                    new Group(
                            "keys.playbook",
                            List.of(
                                    new Row("Ctrl Enter", "keys.run"),
                                    new Row("G  R", "keys.checks"),
                                    new Row("O", "keys.rest"),
                                    new Row("I", "keys.nothere"),
                                    new Row("S  E", "keys.skip"),
                                    new Row("L  T", "keys.session"))),
                    new Group(
                            "keys.incident",
                            List.of(
                                    new Row("Alt 1 – 4", "keys.severity"),
                                    new Row("Ctrl S", "keys.save"),
                                    new Row("Ctrl J", "keys.blank"))),
                    new Group(
                            "keys.terminal",
                            List.of(new Row("Alt Enter", "keys.offer"), new Row("Shift Esc", "keys.leave")))));

    private final Texts texts;
    private final VBox root;

    KeyList(Texts texts) {
        this.texts = texts;
        HBox columns = new HBox(40);
        COLUMNS.forEach(groups -> columns.getChildren().add(column(groups)));
        root = new VBox(16, label("keys.title", "t-title"), columns, label("keys.close", "t-muted"));
        root.getStyleClass().add("dialog-card");
        root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root.setFocusTraversable(true);
    }

    private GridPane column(List<Group> groups) {
        GridPane grid = new GridPane(16, 4);
        int at = 0;
        for (Group group : groups) {
            Label title = label(group.title(), "t-name");
            if (at > 0) {
                title.getStyleClass().add("keys-next");
            }
            grid.add(title, 0, at++, 2, 1);
            for (Row row : group.rows()) {
                Label what = label(row.text(), "t-body");
                what.setWrapText(true);
                what.setMaxWidth(300);
                grid.addRow(at++, caps(row.keys()), what);
            }
        }
        return grid;
    }

    private HBox caps(String keys) {
        HBox caps = new HBox(4);
        caps.setMinWidth(112);
        for (String key : keys.replace(" – ", "–").split("\\s+")) {
            Label cap = new Label(key.equals("Space") ? texts.get("keys.space") : key);
            cap.getStyleClass().add("keycap");
            caps.getChildren().add(cap);
        }
        return caps;
    }

    private Label label(String key, String style) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add(style);
        return label;
    }

    Parent root() {
        return root;
    }
}
