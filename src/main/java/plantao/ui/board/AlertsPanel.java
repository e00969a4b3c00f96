package plantao.ui.board;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.alert.Alert;
import plantao.alert.Condition;
import plantao.desk.Board;
import plantao.desk.SystemBoard;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.runbook.Maintenance;
import plantao.ui.fx.Desktop;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Focus;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Rows;
import plantao.ui.fx.Texts;

/// The alerts: those that wait, those that hold but not yet long enough, what was resolved lately, and the
/// recurring
/// work the runbook names.
final class AlertsPanel extends VBox {
    private static final Duration LATELY = Duration.ofHours(24);
    private static final int MOST = 5;

    private final Texts texts;
    private final Label title = new Label();
    private final Label summary = new Label();
    private final Label hint = new Label();
    private final VBox alerts = new VBox();
    private final VBox pending = new VBox();
    private final VBox recent = new VBox();
    private final VBox recurring = new VBox();
    private final Label recentTitle;
    private final Label recurringTitle;
    private final Label calmTitle = new Label();
    private final Label calmText = new Label();
    private final HBox calm = new HBox(12);
    private final HBox header;
    private final VBox content = new VBox();
    private final Rows<Alert, AlertRow> alertRows;
    private final Rows<Alert, PendingRow> pendingRows;
    private final Rows<Entry, FactRow> recentRows;
    private final Rows<Maintenance, FactRow> recurringRows;

    AlertsPanel(Desktop desktop, Texts texts) {
        this.texts = texts;
        Figures figures = desktop.figures();
        getStyleClass().add("panel");
        title.setText(texts.get("alerts"));
        title.getStyleClass().add("t-name");
        title.setMinWidth(Region.USE_PREF_SIZE);
        summary.getStyleClass().add("t-muted");
        summary.setMinWidth(Region.USE_PREF_SIZE);
        hint.getStyleClass().add("t-muted");
        hint.setText(texts.get("alerts.hint"));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        header = new HBox(new FontIcon("fth-bell"), title, summary, space, hint);
        header.getStyleClass().add("panel-header");
        calmTitle.getStyleClass().add("t-name");
        calmTitle.setText(texts.get("alert.none"));
        calmText.getStyleClass().add("t-muted");
        calmText.setWrapText(true);
        calm.setAlignment(Pos.CENTER_LEFT);
        calm.setPadding(new Insets(16));
        calm.getChildren().setAll(new Mark(Mark.Kind.UP, 20), new VBox(2, calmTitle, calmText));
        recentTitle = section("recent");
        recurringTitle = section("recurring");
        content.getChildren().setAll(alerts, calm, pending, recentTitle, recent, recurringTitle, recurring);
        ScrollPane scroll = new NaturalScroll(content);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(header, scroll);
        alerts.addEventHandler(KeyEvent.KEY_PRESSED, this::move);
        alertRows = new Rows<>(
                alerts.getChildren(),
                a -> a.rule().id(),
                _ -> new AlertRow(desktop, texts),
                (row, alert) -> desktop.now().current().ifPresent(s -> row.show(alert, s, desktop.now())));
        pendingRows = new Rows<>(
                pending.getChildren(),
                a -> a.rule().id(),
                _ -> new PendingRow(texts, figures),
                (row, alert) -> row.show(alert, desktop.now()));
        recentRows =
                new Rows<>(recent.getChildren(), Entry::id, _ -> new FactRow(new Mark(Mark.Kind.UP, 16)), (row, e) -> {
                    if (e.detail() instanceof Detail.AlertCleared(String _, String name, long lasted)) {
                        row.show(
                                name,
                                texts.get("recent.lasted", figures.length(Duration.ofMillis(lasted))),
                                figures.utcShort(e.at()) + " UTC");
                    }
                });
        recurringRows = new Rows<>(
                recurring.getChildren(),
                m -> m,
                _ -> new FactRow(new FontIcon("fth-calendar")),
                (row, m) -> row.show(
                        m.title(),
                        texts.get("line", String.valueOf(m.origin().line())),
                        m.when() == null ? "" : m.when()));
    }

    HBox header() {
        return header;
    }

    private Label section(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().addAll("section-header", "t-muted", "t-strong");
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    void show(SystemBoard system, Board board) {
        List<Alert> active = system.activeAlerts();
        int watched = (int) system.alerts().stream()
                .filter(a -> !(a.rule().condition() instanceof Condition.Unwatched))
                .count();
        alertRows.show(active);
        alertRows.refresh();
        pendingRows.show(system.alerts().stream()
                .filter(a -> a.state() instanceof Alert.State.Pending)
                .toList());
        pendingRows.refresh();
        int waiting = (int) active.stream().filter(Alert::unacknowledged).count();
        int firing = (int) active.stream().filter(Alert::firing).count();
        summary.setText(active.isEmpty() ? texts.get("alerts.none") : texts.get("alerts.summary", firing, waiting));
        hint.setVisible(active.size() > 1 && getWidth() > 400);
        hint.setManaged(hint.isVisible());
        shown(calm, active.isEmpty());
        int unwatched = system.alerts().size() - watched;
        calmText.setText(texts.get("alert.none.about", watched)
                + (unwatched == 0 ? "" : " " + texts.get("alert.unwatched", unwatched)));
        drawRecent(system, board, active);
        // what can wait is shown only while nothing else asks for the eye
        List<Maintenance> work = active.isEmpty() ? system.runbook().maintenance() : List.of();
        recurringRows.show(work.subList(0, Math.min(MOST, work.size())));
        shown(recurringTitle, !work.isEmpty());
    }

    private void drawRecent(SystemBoard system, Board board, List<Alert> active) {
        Set<String> still = active.stream().map(a -> a.rule().id()).collect(Collectors.toSet());
        List<Entry> cleared = board.journal().entries().reversed().stream()
                .takeWhile(e -> Duration.between(e.at(), board.now()).compareTo(LATELY) < 0)
                .filter(e -> e.system().equals(system.name()))
                .filter(e -> e.detail() instanceof Detail.AlertCleared c && !still.contains(c.alert()))
                .limit(MOST)
                .toList();
        recentRows.show(cleared);
        shown(recentTitle, !cleared.isEmpty());
    }

    private void move(KeyEvent event) {
        List<Node> rows = alerts.getChildren();
        int at = -1;
        for (int i = 0; i < rows.size(); i++) {
            at = rows.get(i).isFocused() ? i : at;
        }
        int step = switch (event.getCode()) {
            case J, DOWN -> 1;
            case K, UP -> -1;
            default -> 0;
        };
        if (step != 0 && !event.isControlDown() && at >= 0) {
            rows.get(Math.clamp(at + step, 0, rows.size() - 1)).requestFocus();
            event.consume();
        }
    }

    /// Puts the cursor on the first alert, so that J and K go on from there.
    boolean focusFirst() {
        if (alerts.getChildren().isEmpty()) {
            return false;
        }
        Focus.on(alerts.getChildren().getFirst());
        return true;
    }

    private static void shown(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
