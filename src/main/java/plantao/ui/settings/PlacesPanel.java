package plantao.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.OperatorPlace;
import plantao.desk.SystemBoard;
import plantao.runbook.MessageSettings.Kind;
import plantao.runbook.MessageSettings.Place;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// Where messages about incidents of the system on the screen can be sent: what `console.yaml` says, and what is
/// set here. An address that lets whoever has it post is never typed here, but where it comes from.
final class PlacesPanel {
    private record Drawn(String system, List<Place> written, List<OperatorPlace> all) {}

    private final VBox panel;
    private final UiContext desktop;
    private final Texts texts;
    private final Label system = new Label();
    private final VBox rows = new VBox();
    private final TextField name = new TextField();
    private final ComboBox<Kind> kind = new ComboBox<>();
    private final TextField from = new TextField();
    private final Button add = new Button();
    private final Label wrong = new Label();
    private @Nullable Drawn drawn;

    PlacesPanel(VBox panel, UiContext desktop, Texts texts) {
        this.panel = panel;
        this.desktop = desktop;
        this.texts = texts;
        build();
    }

    private void build() {
        Label title = new Label(texts.get("places"));
        title.getStyleClass().add("t-name");
        system.getStyleClass().add("t-muted");
        HBox header = new HBox(new FontIcon("fth-send"), title, space(), system);
        header.getStyleClass().add("panel-header");
        Label about = new Label(texts.get("places.about"));
        about.getStyleClass().add("t-muted");
        about.setWrapText(true);
        name.setId("place-name");
        name.setPromptText(texts.get("places.name"));
        name.setAccessibleText(texts.get("places.name"));
        name.setPrefWidth(150);
        kind.setId("place-kind");
        kind.getItems().setAll(Kind.values());
        kind.setAccessibleText(texts.get("places.kind"));
        kind.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Kind k) {
                return k == null ? "" : texts.get("places." + k);
            }

            @Override
            public @Nullable Kind fromString(String text) {
                return null;
            }
        });
        kind.valueProperty().subscribe(k -> {
            String asked = texts.get(k == Kind.MAIL ? "places.from.mail" : "places.from");
            from.setPromptText(asked);
            from.setAccessibleText(asked);
        });
        kind.setValue(Kind.SLACK);
        kind.setMinWidth(Region.USE_PREF_SIZE);
        from.setId("place-from");
        HBox.setHgrow(from, Priority.ALWAYS);
        add.setText(texts.get("places.add"));
        add.setId("place-add");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setOnAction(_ -> add());
        name.setOnAction(_ -> from.requestFocus());
        from.setOnAction(_ -> add());
        HBox line = new HBox(8, name, kind, from, add);
        line.setAlignment(Pos.CENTER_LEFT);
        wrong.setId("place-wrong");
        wrong.getStyleClass().addAll("t-body", "c-warning");
        wrong.setWrapText(true);
        Nodes.show(wrong, false);
        VBox form = new VBox(8, about, line, wrong);
        form.getStyleClass().addAll("list-row", "last", "roomy");
        panel.getChildren().setAll(header, rows, form);
    }

    void show(Board board) {
        SystemBoard current = board.current().orElse(null);
        Nodes.show(panel, current != null);
        List<Place> written = current == null
                ? List.of()
                : current.runbook().settings().watch().links().messages().places();
        Drawn next = current == null ? null : new Drawn(current.name(), written, board.places());
        if (current == null || Objects.equals(next, drawn)) {
            return;
        }
        drawn = next;
        system.setText(Fonts.drawable(current.name()));
        List<Node> all = new ArrayList<>();
        written.forEach(p -> all.add(row(p, null)));
        board.places().stream().filter(o -> o.system().equals(current.name())).forEach(o -> all.add(row(o.place(), o)));
        rows.getChildren().setAll(all);
    }

    /// @param own what can be taken away here; null for one of `console.yaml`
    private HBox row(Place place, @Nullable OperatorPlace own) {
        Label called = new Label(Fonts.drawable(place.name()));
        called.getStyleClass().add("t-body");
        Label about = new Label(texts.get("places." + place.kind()) + " · " + Fonts.drawable(source(place)));
        about.getStyleClass().add("t-muted");
        about.setWrapText(true);
        VBox words = new VBox(2, called, about);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(12, words);
        row.getStyleClass().add("list-row");
        row.setAlignment(Pos.CENTER_LEFT);
        if (own == null) {
            Label where = new Label("console.yaml");
            where.getStyleClass().add("t-mono");
            row.getChildren().add(where);
        } else {
            Button remove = new Button(texts.get("places.remove"));
            remove.getStyleClass().add("small");
            remove.setAccessibleText(texts.get("places.remove") + " " + place.name());
            remove.setMinWidth(Region.USE_PREF_SIZE);
            remove.setOnAction(_ -> desktop.send(new Event.SetPlaces(
                    desktop.now().places().stream().filter(o -> !o.equals(own)).toList())));
            row.getChildren().add(remove);
        }
        return row;
    }

    private String source(Place place) {
        String text = OperatorPlace.source(place);
        return place.kind() == Kind.MAIL
                ? text
                : texts.get(place.env() == null ? "places.command" : "places.variable", text);
    }

    /// One of the same name is replaced.
    private void add() {
        String of = desktop.now().selected();
        switch (OperatorPlace.typed(name.getText(), kind.getValue(), from.getText())) {
            case OperatorPlace.Typed.Wrong(OperatorPlace.Why why) -> {
                wrong.setText(texts.get("places.wrong." + why));
                Nodes.show(wrong, true);
                (why == OperatorPlace.Why.NAME ? name : from).requestFocus();
            }
            case OperatorPlace.Typed.Good(Place place) -> {
                Stream<OperatorPlace> others = desktop.now().places().stream()
                        .filter(o -> !o.system().equals(of) || !o.place().name().equals(place.name()));
                desktop.send(new Event.SetPlaces(Stream.concat(others, Stream.of(new OperatorPlace(of, place)))
                        .toList()));
                Nodes.show(wrong, false);
                name.clear();
                from.clear();
                name.requestFocus();
            }
        }
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
