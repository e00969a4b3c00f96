package plantao.ui.library;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import plantao.runbook.Problem;
import plantao.runbook.Problem.Severity;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Texts;

/// Everything wrong with the runbook, the worst first; choosing one goes to its line.
final class ProblemsPane {
    private final Texts texts;
    private final ListView<Problem> list = new ListView<>();
    private final HBox counts = new HBox(16);
    private final VBox root;
    private String usual = "";
    private boolean drawing;

    /// @param go is given the problem that was chosen
    ProblemsPane(Texts texts, Consumer<Problem> go) {
        this.texts = texts;
        Label title = new Label(texts.get("problems"));
        title.getStyleClass().add("t-name");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        counts.setAlignment(Pos.CENTER_RIGHT);
        HBox header = new HBox(title, gap, counts);
        header.getStyleClass().add("panel-header");
        list.setId("problems");
        list.setCellFactory(_ -> new ProblemCell(texts, f -> !f.equals(usual)));
        list.widthProperty().subscribe(_ -> list.refresh());
        Label none = new Label(texts.get("problems.none"));
        none.getStyleClass().add("t-muted14");
        none.setWrapText(true);
        none.setPadding(new javafx.geometry.Insets(16));
        list.setPlaceholder(none);
        list.getSelectionModel().selectedItemProperty().subscribe(p -> {
            if (p != null && !drawing) {
                go.accept(p);
            }
        });
        list.setOnMouseClicked(_ -> {
            Problem chosen = list.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                go.accept(chosen);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        root = new VBox(header, list);
        root.getStyleClass().add("panel");
    }

    VBox root() {
        return root;
    }

    ListView<Problem> list() {
        return list;
    }

    /// @param only the name of the only document, or empty when there are several: others are told beside the
    /// problem
    void show(List<Problem> problems, String only) {
        usual = only;
        Problem before = list.getSelectionModel().getSelectedItem();
        drawing = true;
        list.getItems().setAll(problems);
        if (before != null && problems.contains(before)) {
            list.getSelectionModel().select(before);
        }
        drawing = false;
        counts.getChildren().clear();
        for (Severity severity : Severity.values()) {
            int many = (int)
                    problems.stream().filter(p -> p.severity() == severity).count();
            if (many > 0) {
                counts.getChildren().add(count(severity, many));
            }
        }
    }

    private Node count(Severity severity, int many) {
        Label number = new Label(String.valueOf(many));
        number.getStyleClass().add("t-state");
        Label word = new Label(texts.get("count." + severity.name().toLowerCase(Locale.ROOT), many));
        word.getStyleClass().add("t-muted");
        HBox box = new HBox(5, new Mark(LineWords.mark(severity), 16), number, word);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
