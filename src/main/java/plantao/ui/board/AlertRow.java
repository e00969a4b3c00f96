package plantao.ui.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.alert.Alert;
import plantao.alert.Condition;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.Surroundings;
import plantao.desk.SystemBoard;
import plantao.runbook.PlaybookLink;
import plantao.ui.fx.ExplainedButton;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// An alert on the list, with what can be done about it.
final class AlertRow extends HBox {
    /// From here on there is room for the key on every button.
    private static final double WIDE = 400;
    /// From here on the keys stand on the buttons.
    private static final double ROOMY = 480;
    /// What the mark and the padding take of the width.
    private static final double BESIDE = 64;
    /// A change so long before an alert may be its cause.
    private static final Duration SUSPECT = Duration.ofHours(2);

    private final BoardPrompts asking;
    private final UiContext desktop;
    private final Texts texts;
    private final Figures figures;
    private final Mark mark = new Mark(Mark.Kind.ALERT, 16);
    private final Label name = new Label();
    private final Label level = new Label();
    private final Label age = new Label();
    private final Tooltip ageTip = new Tooltip();
    private final Tooltip playbookTip = new Tooltip();
    private final Label detail = new Label();
    private final Button acknowledge;
    private final Node acknowledgeKey;
    private final Button playbook;
    private final Button declare;
    private final Button silence;
    private final Label flaps = new Label();
    private final Label of = new Label();
    private final Label because = new Label();
    private final Label change = new Label();
    private final Button quiet;
    private final Button later;
    private final ExplainedButton playbookBox;
    private final ExplainedButton quietBox;
    private final HBox links = new HBox(8);
    private boolean full = true;
    private final FlowPane actions = new FlowPane(6, 6);
    private final Map<Button, Node> caps = new HashMap<>();

    AlertRow(UiContext desktop, Texts texts, BoardPrompts asking) {
        this.asking = asking;
        this.desktop = desktop;
        this.texts = texts;
        this.figures = desktop.figures();
        getStyleClass().add("alert-row");
        setFocusTraversable(true);
        name.getStyleClass().add("t-name");
        name.setWrapText(true);
        age.getStyleClass().add("t-state");
        age.setTooltip(ageTip);
        detail.getStyleClass().add("t-muted");
        detail.setWrapText(true);
        acknowledge = button(texts.get("alert.acknowledge"), "A", "accent");
        acknowledgeKey = acknowledge.getGraphic();
        playbook = button(texts.get("alert.playbook"), null, null);
        declare = button(texts.get("alert.declare"), "D", null);
        silence = button(texts.get("alert.silence"), "S", null);
        flaps.setText(texts.get("alert.flapping"));
        flaps.getStyleClass().addAll("chip", "warning");
        of.getStyleClass().addAll("chip", "muted");
        because.getStyleClass().add("t-muted");
        because.setWrapText(true);
        change.getStyleClass().addAll("t-muted", "c-strong");
        change.setWrapText(true);
        change.setGraphic(new FontIcon("fth-git-commit"));
        quiet = button(texts.get("alert.playbook"), null, "link");
        later = button(texts.get("alert.declare"), null, "link");
        playbookBox = new ExplainedButton(playbook);
        quietBox = new ExplainedButton(quiet);
        playbook.setTooltip(playbookTip);
        quiet.setTooltip(playbookTip);
        actions.getChildren().addAll(acknowledge, playbookBox, silence, declare);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, name, level, flaps, of, space, age);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(detail, Priority.ALWAYS);
        detail.setMaxWidth(Double.MAX_VALUE);
        HBox second = new HBox(8, detail, later, quietBox);
        shown(links, false);
        later.setMinWidth(Region.USE_PREF_SIZE);
        second.setAlignment(Pos.CENTER_LEFT);
        VBox body = new VBox(4, head, second, links, because, change, actions);
        HBox.setHgrow(body, Priority.ALWAYS);
        mark.setTranslateY(2);
        getChildren().addAll(mark, body);
        widthProperty().addListener((_, _, width) -> {
            fit();
            boolean room = width.doubleValue() > WIDE;
            if (room != second.getChildren().contains(later)) {
                (room ? links : second).getChildren().removeAll(later, quietBox);
                (room ? second : links).getChildren().addAll(later, quietBox);
                shown(links, !room && !actions.isVisible() && full);
            }
            actions.setPrefWrapLength(Math.max(200, width.doubleValue() - BESIDE));
            narrow(silence, "fth-volume-x", "alert.silence", !room);
            narrow(declare, "fth-flag", "alert.declare", !room);
            for (Button each : List.of(silence, declare)) {
                Node cap = each.getGraphic();
                if (room && cap != null) { // the words come first: the keys are in the list of keys as well
                    each.setGraphic(width.doubleValue() > ROOMY ? cap : null);
                }
            }
        });
    }

    /// In a narrow row a button is its icon; the words are its tooltip.
    private void narrow(Button button, String icon, String key, boolean on) {
        Node cap = caps.computeIfAbsent(button, Button::getGraphic);
        button.setGraphic(on ? new FontIcon(icon) : cap);
        button.setText(on ? "" : texts.get(key));
        button.setTooltip(on ? new Tooltip(texts.get(key)) : null);
        button.setAccessibleText(texts.get(key));
    }

    private static Button button(String text, @Nullable String key, @Nullable String style) {
        Button button = new Button(text);
        button.getStyleClass().add("small");
        if (style != null) {
            button.getStyleClass().add(style);
        }
        if (key != null) {
            Label cap = new Label(key);
            cap.getStyleClass().add("keycap");
            button.setGraphic(cap);
            button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        }
        return button;
    }

    /// How a row stands on the list.
    ///
    /// @param several whether there are several systems, so that its own must be told
    /// @param first whether it is the one that is next
    /// @param full whether there is room for all about it, and for what can be done
    record Place(boolean several, boolean first, boolean full) {}

    void show(AlertItem.One one, SystemBoard system, Board board, Place place) {
        Alert alert = one.alert();
        boolean first = place.first();
        Instant now = board.now();
        boolean waiting = alert.unacknowledged();
        String cause = system.cause(alert);
        List<String> styles = new ArrayList<>(
                List.of("alert-row", alert.over() ? "over" : waiting ? "unacknowledged" : "acknowledged"));
        if (cause != null) {
            styles.add("consequence");
        }
        if (!place.full()) {
            styles.add("compact");
        }
        if (one.inside()) {
            styles.add("inside");
        }
        Nodes.style(this, styles.toArray(String[]::new));
        detail.setWrapText(place.full());
        mark.setKind(
                alert.over()
                        ? Mark.Kind.RECOVERED
                        : waiting && cause == null ? Mark.Kind.ALERT : Mark.Kind.ALERT_ACKED);
        told(because, cause == null || !place.full() ? "" : Fonts.drawable(texts.get("because.alert", cause)));
        told(change, one.telling() && place.full() ? changed(alert, system) : "");
        shown(flaps, alert.flapping(now));
        of.setText(Fonts.drawable(system.name()));
        shown(of, place.several());
        name.setText(Fonts.drawable(alert.rule().name()));
        int severity = Math.clamp(alert.rule().level(), 1, 4);
        level.setText(texts.get("level." + severity));
        Nodes.style(level, "label", "chip", severity == 1 ? "danger" : severity == 2 ? "warning" : "muted");
        Instant since = alert.since();
        age.setText(
                alert.state() instanceof Alert.State.Cleared c
                        ? figures.utcShort(c.cleared()) + " UTC"
                        : since == null ? "" : figures.length(Duration.between(since, now)));
        ageTip.setText(since == null ? "" : figures.exact(since));
        full = place.full();
        detail.setText(detail(alert, system));
        fit();
        acknowledge.getStyleClass().remove("accent");
        if (first) {
            acknowledge.getStyleClass().add("accent");
        }
        acknowledge.setGraphic(first ? acknowledgeKey : null);
        shown(actions, waiting && place.full());
        shown(quietBox, !waiting && place.full());
        shown(links, !links.getChildren().isEmpty() && !waiting && place.full());
        acknowledge.setOnAction(_ ->
                desktop.send(new Event.Acknowledge(system.name(), alert.rule().id())));
        silence.setOnAction(_ -> asking.silence(system, alert, null));
        PlaybookLink link = alert.rule().source().playbook();
        String none = link == null ? texts.get("alert.noplaybook") : null;
        playbookBox.refuse(none);
        quietBox.refuse(none);
        playbookTip.setText(link == null ? "" : Fonts.drawable(link.title()));
        playbook.setOnAction(_ -> open(system.name(), alert));
        quiet.setOnAction(_ -> open(system.name(), alert));
        boolean declared = board.journal().openIncident(system.name()).isPresent();
        declare.setVisible(!declared);
        declare.setManaged(!declared);
        declare.setOnAction(_ -> asking.declare(system, alert));
        shown(later, !waiting && !declared && alert.firing() && place.full());
        later.setOnAction(declare.getOnAction());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(system.name(), alert);
                event.consume();
            } else if (event.getCode() == KeyCode.A && !event.isControlDown() && alert.unacknowledged()) {
                if (event.isShiftDown()) {
                    asking.note(system, alert);
                } else {
                    acknowledge.fire();
                }
                event.consume();
            } else if (event.getCode() == KeyCode.S && !event.isControlDown()) {
                silence.fire();
                event.consume();
            }
        });
        // what was typed, not the key: else the letter would still come and land in the card's field
        setOnKeyTyped(event -> {
            if (event.getCharacter().equalsIgnoreCase("d") && !event.isControlDown() && declare.isVisible()) {
                declare.fire();
                event.consume();
            }
        });
    }

    /// In a low row a name that needs two lines takes the place of the detail.
    private void fit() {
        double room = getWidth() - BESIDE - 24 - level.prefWidth(-1) - age.prefWidth(-1);
        boolean two = !full && getWidth() > 0 && name.prefWidth(-1) > room;
        name.setMaxHeight(full ? Double.MAX_VALUE : two ? 40 : 20);
        name.setWrapText(full || two);
        shown(detail, !two);
    }

    /// What was changed not long before it began, and how long before.
    private String changed(Alert alert, SystemBoard system) {
        Instant since = alert.since();
        Surroundings.Mark mark = suspect(alert, system);
        return mark == null || since == null
                ? ""
                : texts.get(
                        "alert.change", Fonts.drawable(mark.what()), figures.age(Duration.between(mark.at(), since)));
    }

    /// The last change not long before an alert's trouble began, or null.
    static Surroundings.@Nullable Mark suspect(Alert alert, SystemBoard system) {
        Instant since = alert.since();
        return since == null ? null : system.changeBefore(since, SUSPECT);
    }

    private static void told(Label label, String text) {
        label.setText(text);
        shown(label, !text.isEmpty());
    }

    private static void shown(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    private void open(String system, Alert alert) {
        PlaybookLink link = alert.rule().source().playbook();
        if (link != null) {
            desktop.walk(
                    system, link.title(), link.origin().line(), alert.rule().id());
        }
    }

    private String detail(Alert alert, SystemBoard system) {
        String condition = Fonts.drawable(alert.rule().source().condition());
        String state = switch (alert.state()) {
            case Alert.State.Acknowledged a ->
                texts.get("alert.acknowledged", figures.utcShort(a.at()), a.by())
                        + (a.note() == null ? "" : ": “" + Fonts.drawable(a.note()) + "”");
            case Alert.State.Cleared c ->
                texts.get("alert.cleared", figures.length(Duration.between(c.since(), c.cleared())));
            default -> texts.get("alert.waiting");
        };
        String measured = measured(alert, system);
        List<String> parts = new ArrayList<>();
        if (!measured.isEmpty()) {
            parts.add(measured);
        }
        // what the row's name says already is not said again
        boolean seen = !full && alert.rule().condition() instanceof Condition.Down && !measured.isEmpty();
        if (!seen && (!condition.equalsIgnoreCase(name.getText()) || !full && measured.isEmpty())) {
            parts.add(condition);
        }
        if (!full && alert.unacknowledged() && !alert.over()) { // the colour of the row says that it waits
            return String.join(" · ", parts);
        }
        parts.add(state);
        int line = alert.rule().source().origin().line();
        if (line != 0) {
            parts.add(texts.get("line", String.valueOf(line)));
        }
        return String.join(" · ", parts);
    }

    /// What was measured, or seen of a service that is down.
    private String measured(Alert alert, SystemBoard system) {
        if (alert.rule().condition() instanceof Condition.Down(String service)) {
            return alert.firing() ? Fonts.drawable(system.trouble(service)) : "";
        }
        Double value = alert.measured();
        if (value == null || !(alert.rule().condition() instanceof Condition.Measured m)) {
            return "";
        }
        List<String> units = system.gauges().stream()
                .filter(g -> g.metric().name().equals(m.metric()))
                .map(g -> g.scale().unit() == null ? "" : g.scale().unit())
                .toList();
        return figures.measured(value, units.isEmpty() || units.getFirst().isEmpty() ? null : units.getFirst());
    }
}
