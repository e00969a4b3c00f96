package plantao.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Board;
import plantao.desk.SystemBoard;
import plantao.desk.Variables;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Texts;
import plantao.values.Place;
import plantao.values.Target;

/// The environments of the system on the screen, and the variables of the one that is chosen: which have a value
/// and from where, never a secret's value. They are set in `console.yaml` and in the operator's own environment.
final class EnvironmentsPanel {
    /// What the drawing depends on; a board comes every second.
    private record Drawn(String hash, Target target, List<Target> targets) {}

    private final VBox panel;
    private final Texts texts;
    private @Nullable Drawn drawn;

    EnvironmentsPanel(VBox panel, Texts texts) {
        this.panel = panel;
        this.texts = texts;
    }

    void show(Board board) {
        SystemBoard system = board.current().orElse(null);
        Drawn next = system == null ? null : new Drawn(system.runbook().hash(), system.target(), system.targets());
        panel.setVisible(system != null);
        panel.setManaged(system != null);
        if (system == null || Objects.equals(next, drawn)) {
            return;
        }
        drawn = next;
        List<Node> rows = new ArrayList<>();
        rows.add(header(system));
        system.targets()
                .forEach(t ->
                        rows.add(environment(t, t.id().equals(system.target().id()))));
        List<Variables.Line> variables = Variables.of(system);
        variables.forEach(v -> rows.add(variable(v)));
        if (variables.isEmpty()) {
            rows.add(row(words(muted(texts.get("variables.none"))), null));
        }
        rows.getLast().getStyleClass().add("last");
        panel.getChildren().setAll(rows);
    }

    private HBox header(SystemBoard system) {
        HBox header = new HBox(
                new FontIcon("fth-layers"),
                styled(texts.get("environments"), "t-name"),
                space(),
                styled(Fonts.drawable(system.name()), "t-muted"));
        header.getStyleClass().add("panel-header");
        return header;
    }

    private HBox environment(Target target, boolean chosen) {
        String about = texts.get("environments." + target.kind()) + " · " + where(target.place());
        if (!target.substitutions().isEmpty()) {
            about += " · "
                    + texts.get(
                            "environments.substitutions", target.substitutions().size());
        }
        Label chip = new Label(texts.get("environments.chosen"));
        chip.getStyleClass().addAll("chip", "muted");
        String name = target.kind() == Target.Kind.PRACTICE
                ? texts.get("environments.practice")
                : Fonts.drawable(target.label());
        return row(words(styled(name, "t-name"), muted(about)), chosen ? chip : null);
    }

    private String where(Place place) {
        return switch (place.reach()) {
            case Place.Reach.Here(boolean declared) ->
                texts.get(declared ? "environments.here" : "environments.undeclared");
            case Place.Reach.Ssh _, Place.Reach.Container _ -> Fonts.drawable(place.label());
        };
    }

    private HBox variable(Variables.Line line) {
        VBox words = words(styled(Fonts.drawable(line.name()), "t-mono"));
        String about = line.about();
        if (about != null) {
            words.getChildren().add(muted(Fonts.drawable(about)));
        }
        if (line.state() == Variables.State.MISSING) {
            words.getChildren()
                    .add(muted(
                            line.from().isEmpty()
                                    ? texts.get("variables.name", line.name())
                                    : texts.get("variables.set", line.from())));
            words.getChildren().add(muted(needed(line.needed())));
        } else {
            words.getChildren().add(muted(texts.get("variables.from", Fonts.drawable(texts.said(line.from())))));
        }
        Label value;
        if (line.state() == Variables.State.KNOWN) {
            value = styled(Fonts.drawable(line.value()), "t-mono");
        } else {
            value = styled(texts.get("variables." + line.state()), "t-body");
            value.getStyleClass().add(line.state() == Variables.State.MISSING ? "c-warning" : "c-muted");
        }
        value.setMinWidth(Region.USE_COMPUTED_SIZE);
        value.setMaxWidth(280);
        value.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        return row(words, value);
    }

    private String needed(List<String> titles) {
        return texts.get("variables.needed", titles.size(), Fonts.drawable(titles.getFirst()), titles.size() - 1);
    }

    private static HBox row(VBox words, @Nullable Node end) {
        HBox row = new HBox(12, words);
        row.getStyleClass().add("list-row");
        row.setAlignment(Pos.CENTER_LEFT);
        if (end != null) {
            row.getChildren().add(end);
        }
        return row;
    }

    private static VBox words(Label... labels) {
        VBox words = new VBox(2, labels);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    private static Label muted(String text) {
        Label label = styled(text, "t-muted");
        label.setWrapText(true);
        return label;
    }

    private static Label styled(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
