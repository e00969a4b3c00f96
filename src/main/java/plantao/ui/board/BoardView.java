package plantao.ui.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.alert.Alert;
import plantao.alert.Condition;
import plantao.desk.Board;
import plantao.desk.Gauge;
import plantao.desk.ServiceTile;
import plantao.desk.SystemBoard;
import plantao.ui.fx.Desktop;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Fxml;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Rows;
import plantao.ui.fx.Texts;
import plantao.ui.fx.View;

/// The board of the system on the screen.
public final class BoardView implements View {
    private static final double NARROW = 1300;

    private final Desktop desktop;
    private final Texts texts;
    private final Figures figures;
    private final Parent loaded;
    private final StackPane whole;
    private final Map<String, TilePane> groupPanes = new LinkedHashMap<>();
    private final Map<String, Rows<ServiceTile, TileNode>> groupRows = new LinkedHashMap<>();
    private final Rows<Gauge, MetricRow> metricRows;
    private final Rows<Alert, AlertRow> alertRows;
    private final Rows<Alert, PendingRow> pendingRows;
    private final MapView mapView;
    private final Headline words;
    private final Label untrustedText = new Label();
    private final HBox untrusted;
    private boolean dense;

    @FXML private BorderPane root;
    @FXML private TextFlow headline;
    @FXML private HBox density;
    @FXML private VBox left;
    @FXML private VBox tiles;
    @FXML private VBox metricsPanel;
    @FXML private HBox metricsHeader;
    @FXML private VBox metrics;
    @FXML private VBox right;
    @FXML private Label alertsSummary;
    @FXML private Label alertsHint;
    @FXML private ScrollPane alertsScroll;
    @FXML private VBox alerts;
    @FXML private HBox noAlert;
    @FXML private VBox pending;
    @FXML private VBox mapPanel;
    @FXML private HBox legend;
    @FXML private StackPane map;

    private final Label noAlertTitle = new Label();
    private final Label noAlertText = new Label();

    public BoardView(Desktop desktop) {
        this.desktop = desktop;
        this.texts = desktop.texts(BoardView.class);
        this.figures = desktop.figures();
        this.loaded = Fxml.load(this, desktop);
        this.whole = new StackPane(loaded);
        this.words = new Headline(texts, figures);
        this.mapView = new MapView(texts, figures);
        loaded.getStylesheets().add(String.valueOf(BoardView.class.getResource("board.css")));
        map.getChildren().add(mapView);
        metricRows = new Rows<>(metrics.getChildren(), g -> g.metric().name(), _ -> new MetricRow(texts, figures),
                (row, gauge) -> row.show(gauge, desktop.now().now()));
        alertRows = new Rows<>(alerts.getChildren(), a -> a.rule().id(), _ -> new AlertRow(desktop, texts),
                (row, alert) -> desktop.now().current().ifPresent(s -> row.show(alert, s, desktop.now())));
        pendingRows = new Rows<>(pending.getChildren(), a -> a.rule().id(), _ -> new PendingRow(texts, figures),
                (row, alert) -> row.show(alert, desktop.now()));
        untrusted = untrustedBanner();
        build();
        desktop.board().addListener((_, _, board) -> draw(board));
        root.widthProperty().addListener((_, _, _) -> layoutColumns());
        draw(desktop.now());
        layoutColumns();
    }

    @Override
    public Parent root() {
        return whole;
    }

    private void build() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton comfortable = segment(texts.get("comfortable"), group, false);
        ToggleButton tight = segment(texts.get("dense"), group, true);
        comfortable.setSelected(true);
        density.getChildren().setAll(comfortable, tight);
        Label[] heads = {head("metrics", MetricRow.NAME), head("metrics.now", MetricRow.NOW), head("metrics.normal", -1), head("metrics.hour", MetricRow.HOUR), head("metrics.age", MetricRow.AGE)};
        heads[0].getStyleClass().setAll("label", "t-name");
        heads[4].setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(heads[2], Priority.ALWAYS);
        heads[2].setMaxWidth(420);
        metricsHeader.setSpacing(16);
        metricsHeader.getChildren().setAll(heads);
        legend.getChildren().setAll(
                legendItem(Mark.Kind.DOWN, "map.cause"), legendItem(Mark.Kind.DEGRADED_CONSEQUENCE, "map.consequence"));
        noAlertTitle.getStyleClass().add("t-name");
        noAlertText.getStyleClass().add("t-muted");
        noAlertText.setWrapText(true);
        noAlert.getChildren().setAll(new Mark(Mark.Kind.UP, 20), new VBox(2, noAlertTitle, noAlertText));
        alertsHint.setText(texts.get("alerts.hint"));
        alertsScroll.prefHeightProperty().bind(alerts.heightProperty().add(2));
        alertsScroll.minHeightProperty().bind(alerts.heightProperty().map(h -> Math.min(360, h.doubleValue() + 2)));
        alerts.addEventHandler(KeyEvent.KEY_PRESSED, this::move);
    }

    private ToggleButton segment(String text, ToggleGroup group, boolean tight) {
        ToggleButton button = new ToggleButton(text);
        button.setToggleGroup(group);
        button.setOnAction(_ -> {
            button.setSelected(true);
            dense = tight;
            layoutColumns();
            draw(desktop.now());
        });
        return button;
    }

    private Label head(String key, double width) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("t-muted");
        if (width > 0) {
            label.setMinWidth(width);
            label.setPrefWidth(width);
        }
        return label;
    }

    private HBox legendItem(Mark.Kind kind, String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("t-muted");
        HBox item = new HBox(4, new Mark(kind, 12), label);
        item.setAlignment(Pos.CENTER_LEFT);
        return item;
    }

    private HBox untrustedBanner() {
        untrustedText.getStyleClass().add("t-body");
        untrustedText.setWrapText(true);
        untrustedText.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(untrustedText, Priority.ALWAYS);
        Button review = new Button(texts.get("untrusted.review"));
        review.setId("review-trust");
        review.getStyleClass().add("accent");
        review.setOnAction(_ -> desktop.now().current().ifPresent(this::review));
        HBox banner = new HBox(new FontIcon("fth-lock"), untrustedText, review);
        banner.getStyleClass().addAll("notice", "info");
        return banner;
    }

    private void review(SystemBoard system) {
        Parent[] shown = new Parent[1];
        TrustReview dialog = new TrustReview(desktop, texts, system, () -> whole.getChildren().remove(shown[0]));
        shown[0] = dialog.root();
        whole.getChildren().add(shown[0]);
    }

    private void draw(Board board) {
        SystemBoard system = board.current().orElse(null);
        if (system == null) {
            return;
        }
        headline.getChildren().setAll(words.of(system, board));
        drawTrust(system);
        drawTiles(system, board);
        boolean measured = !system.gauges().isEmpty();
        metricsPanel.setVisible(measured);
        metricsPanel.setManaged(measured);
        metricRows.show(system.gauges());
        metricRows.refresh();
        drawAlerts(system);
        boolean diagram = !system.runbook().diagram().nodes().isEmpty();
        mapPanel.setVisible(diagram);
        mapPanel.setManaged(diagram);
        if (diagram) {
            mapView.show(system, board);
        }
    }

    private void drawTrust(SystemBoard system) {
        boolean waits = !system.trust().full();
        if (waits) {
            untrustedText.setText(texts.get("untrusted", Fonts.drawable(system.name()), system.trust().waiting().size()));
        }
        if (waits != left.getChildren().contains(untrusted)) {
            if (waits) {
                left.getChildren().addFirst(untrusted);
            } else {
                left.getChildren().remove(untrusted);
            }
        }
    }

    private void drawTiles(SystemBoard system, Board board) {
        Map<String, List<ServiceTile>> groups = new LinkedHashMap<>();
        boolean grouped = system.services().stream().allMatch(t -> t.service().group() != null);
        for (ServiceTile tile : system.services()) {
            String group = grouped && tile.service().group() != null ? tile.service().group() : "";
            groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(tile);
        }
        if (!groupRows.keySet().equals(groups.keySet())) {
            rebuildGroups(groups.keySet());
        }
        groups.forEach((group, all) -> {
            Rows<ServiceTile, TileNode> rows = groupRows.get(group);
            if (rows != null) {
                rows.show(all);
                rows.refresh();
            }
        });
        if (system.services().isEmpty() && system.gauges().isEmpty()) {
            if (tiles.getChildren().isEmpty()) {
                tiles.getChildren().setAll(empty());
            }
        }
    }

    private void rebuildGroups(Iterable<String> groups) {
        tiles.getChildren().clear();
        groupPanes.clear();
        groupRows.clear();
        for (String group : groups) {
            TilePane pane = new TilePane(8, 8);
            pane.setTileAlignment(Pos.TOP_LEFT);
            if (!group.isEmpty()) {
                Label label = new Label(Fonts.drawable(group));
                label.getStyleClass().add("t-state");
                tiles.getChildren().add(label);
            }
            tiles.getChildren().add(pane);
            groupPanes.put(group, pane);
            groupRows.put(group, new Rows<>(pane.getChildren(), ServiceTile::name, _ -> new TileNode(texts, figures), (node, tile) -> {
                node.dense(dense);
                node.show(tile, desktop.now().now());
            }));
        }
        layoutColumns();
    }

    private VBox empty() {
        Label title = new Label(texts.get("empty.title"));
        title.getStyleClass().add("t-name");
        Label text = new Label(texts.get("empty.text"));
        text.getStyleClass().add("t-muted14");
        text.setWrapText(true);
        VBox box = new VBox(new FontIcon("fth-book-open"), title, text);
        box.getStyleClass().addAll("panel", "empty");
        return box;
    }

    private void drawAlerts(SystemBoard system) {
        List<Alert> active = system.activeAlerts();
        List<Alert> waiting = system.alerts().stream().filter(a -> a.state() instanceof Alert.State.Pending).toList();
        int watched = (int) system.alerts().stream()
                .filter(a -> !(a.rule().condition() instanceof Condition.Unwatched))
                .count();
        alertRows.show(active);
        alertRows.refresh();
        pendingRows.show(waiting);
        pendingRows.refresh();
        int unacknowledged = (int) active.stream().filter(Alert::unacknowledged).count();
        alertsSummary.setText(active.isEmpty()
                ? texts.get("alerts.none")
                : texts.get("alerts.summary", (int) active.stream().filter(Alert::firing).count(), unacknowledged));
        alertsHint.setVisible(active.size() > 1);
        alertsScroll.setVisible(!active.isEmpty());
        alertsScroll.setManaged(!active.isEmpty());
        noAlert.setVisible(active.isEmpty());
        noAlert.setManaged(active.isEmpty());
        noAlertTitle.setText(texts.get("alert.none"));
        noAlertText.setText(texts.get("alert.none.about", watched));
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

    /// Columns for the width there is: tiles of 240 to 320 each, the right column narrower in a small window.
    private void layoutColumns() {
        double width = root.getWidth() <= 0 ? 1360 : root.getWidth();
        double column = width < NARROW ? 360 : Math.min(560, 448);
        right.setMinWidth(column);
        right.setPrefWidth(column);
        right.setMaxWidth(column);
        double room = width - column - 48 - 4;
        int columns = Math.max(1, (int) ((room + 8) / 248));
        double tile = Math.min(320, Math.floor((room - (columns - 1) * 8) / columns));
        for (TilePane pane : groupPanes.values()) {
            pane.setPrefColumns(columns);
            pane.setPrefTileWidth(tile);
            pane.setPrefTileHeight(dense ? 28 : 120);
        }
        metrics.getChildren().forEach(row -> ((MetricRow) row).dense(dense || width < NARROW - 100));
        metricsHeader.getChildren().get(3).setVisible(!(dense || width < NARROW - 100));
        metricsHeader.getChildren().get(3).setManaged(metricsHeader.getChildren().get(3).isVisible());
        alertsScroll.setMaxHeight(360);
    }
}
