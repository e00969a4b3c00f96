package plantao.ui.board;

import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.alert.Alert;
import plantao.desk.Board;
import plantao.desk.SystemBoard;
import plantao.desk.VendorTile;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Fxml;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.OptionalChildren;
import plantao.ui.fx.SegmentedChoice;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;
import plantao.ui.fx.View;

/// The board of the system on the screen.
public final class BoardView implements View {
    private static final double NARROW = 1250;
    private static final double LOW = 740;

    /// From here on the map stands beside the alerts.
    private static final double VERY_WIDE = 2300;

    private static final double MOST_TILES = 1240;
    private static final double LEFT_PADDING = 8;

    private final UiContext desktop;
    private final Texts texts;
    private final StackPane whole;
    private final TileBoard tileBoard;
    private final MetricsPanel metricsPanel;
    private final VendorsPanel vendorsPanel;
    private final AlertsPanel alertsPanel;
    private final MapView mapView;
    private final Headline words;
    private final VBox empty;
    private final Label untrustedText = new Label();
    private final HBox untrusted;
    private final BoardSheets sheets;
    private final SideColumn panels;
    private final OptionalChildren headParts;
    private final OptionalChildren sideParts;
    private final OptionalChildren measured;
    private final TextField filter = new TextField();
    private boolean dense;
    private boolean denseChosen;
    private boolean mapChosen;
    private boolean everything;
    private boolean wrong;

    @FXML
    private HBox head;

    @FXML
    private HBox scope;

    @FXML
    private HBox sieve;

    @FXML
    private BorderPane root;

    @FXML
    private TextFlow headline;

    @FXML
    private HBox tabs;

    @FXML
    private HBox density;

    @FXML
    private ScrollPane leftScroll;

    @FXML
    private VBox left;

    @FXML
    private VBox tiles;

    @FXML
    private VBox metrics;

    @FXML
    private VBox side;

    @FXML
    private VBox mapPanel;

    @FXML
    private HBox legend;

    @FXML
    private StackPane map;

    public BoardView(UiContext desktop) {
        this.desktop = desktop;
        this.texts = desktop.texts(BoardView.class);
        Parent loaded = Fxml.load(this, desktop);
        this.whole = new StackPane(loaded);
        this.words = new Headline(texts, desktop.figures());
        this.mapView = new MapView(texts, desktop.figures());
        this.sheets = new BoardSheets(desktop, texts, whole, () -> systems(desktop.now()));
        this.tileBoard = new TileBoard(
                texts,
                desktop.figures(),
                leftScroll,
                place -> sheets.details(place.system(), place.tile().name()));
        this.metricsPanel = new MetricsPanel(texts, desktop.figures(), leftScroll, sheets::gauge);
        this.vendorsPanel = new VendorsPanel(texts, desktop.figures());
        this.alertsPanel = new AlertsPanel(desktop, texts, sheets.asking(), () -> draw(desktop.now()));
        this.panels = new SideColumn(alertsPanel, mapPanel);
        this.empty = empty();
        this.untrusted = untrustedBanner();
        whole.getStylesheets().add(String.valueOf(BoardView.class.getResource("board.css")));
        build();
        this.headParts = new OptionalChildren(head);
        this.sideParts = new OptionalChildren(side);
        metrics.getChildren().setAll(metricsPanel);
        this.measured = new OptionalChildren(metrics);
        desktop.board().addListener((_, _, board) -> draw(board));
        root.widthProperty().addListener((_, _, _) -> arrange());
        root.heightProperty().addListener((_, _, _) -> arrange());
        leftScroll.viewportBoundsProperty().addListener((_, _, _) -> {
            arrange();
            scrolled();
        });
        leftScroll.vvalueProperty().addListener((_, _, _) -> scrolled());
        metrics.layoutYProperty().addListener((_, _, _) -> metricsPanel.moved());
        draw(desktop.now());
    }

    @Override
    public Parent root() {
        return whole;
    }

    private void scrolled() {
        tileBoard.scrolled();
        metricsPanel.scrolled();
    }

    /// Hundreds of services stand close, as long as nobody has chosen otherwise.
    private void fitMany(List<SystemBoard> systems) {
        boolean many = systems.size() > 1
                || systems.stream().mapToInt(s -> s.services().size()).sum() > TileBoard.MANY;
        if (!denseChosen && many != dense) {
            dense = many;
            density.getChildren().forEach(n -> ((ToggleButton) n).setSelected("dense".equals(n.getId()) == many));
        }
    }

    @Override
    public void shown(@Nullable Object chosen) {
        alertsPanel.focusFirst();
        if ("review".equals(chosen)) {
            desktop.now().current().filter(s -> !s.trust().full()).ifPresent(sheets::review);
        }
    }

    @Override
    public boolean enter() {
        return alertsPanel.focusFirst() || View.super.enter();
    }

    private void build() {
        tiles.getChildren().setAll(tileBoard);
        left.getChildren().add(vendorsPanel);
        map.getChildren().setAll(new NaturalScroll(mapView));
        ((Pane) mapPanel.getParent()).getChildren().remove(mapPanel);
        VBox.setVgrow(panels, Priority.ALWAYS);
        side.getChildren().setAll(tabs, panels);
        SegmentedChoice.fill(
                density,
                List.of(false, true),
                d -> texts.get(d ? "dense" : "comfortable"),
                d -> d ? "dense" : "comfortable",
                dense,
                d -> {
                    denseChosen = true;
                    dense = d;
                    arrange();
                });
        toggle(scope, "scope.all", "scope-all", on -> everything = on);
        toggle(sieve, "sieve.wrong", "sieve-wrong", on -> wrong = on);
        filter.setId("board-filter");
        filter.setPromptText(texts.get("sieve.prompt"));
        filter.setPrefColumnCount(9);
        filter.setMinWidth(90);
        filter.textProperty().addListener((_, _, _) -> draw(desktop.now()));
        head.getChildren().add(head.getChildren().indexOf(sieve), filter);
        SegmentedChoice.fill(
                tabs,
                List.of(false, true),
                m -> texts.get(m ? "map" : "alerts"),
                m -> m ? "tab-map" : "tab-alerts",
                mapChosen,
                m -> {
                    mapChosen = m;
                    arrange();
                });
        legend.getChildren()
                .setAll(
                        new Legend(Mark.Kind.DOWN, texts.get("map.cause")),
                        new Legend(Mark.Kind.DEGRADED_CONSEQUENCE, texts.get("map.consequence")));
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.S && !event.isShortcutDown() && !(event.getTarget() instanceof TextField)) {
                desktop.now().current().ifPresent(system -> {
                    List<Alert> active = system.activeAlerts();
                    sheets.silence(system, active.isEmpty() ? null : active.getFirst(), null);
                });
                event.consume();
                return;
            }
            if (event.getCode() == KeyCode.A
                    && event.isControlDown()
                    && !(event.getTarget() instanceof TextField)
                    && alertsPanel.acknowledgeShown()) {
                event.consume();
                return;
            }
            boolean moves = event.getCode() == KeyCode.J || event.getCode() == KeyCode.K;
            if (moves && !event.isControlDown() && alertsPanel.focusFirst()) {
                event.consume();
            }
        });
    }

    private void toggle(HBox box, String key, String id, Consumer<Boolean> chosen) {
        ToggleButton button = new ToggleButton(texts.get(key));
        button.setId(id);
        button.setOnAction(_ -> {
            chosen.accept(button.isSelected());
            draw(desktop.now());
        });
        box.getChildren().setAll(button);
    }

    private HBox untrustedBanner() {
        untrustedText.getStyleClass().add("t-body");
        untrustedText.setWrapText(true);
        untrustedText.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(untrustedText, Priority.ALWAYS);
        Button review = new Button(texts.get("untrusted.review"));
        review.setId("review-trust");
        review.getStyleClass().add("accent");
        review.setOnAction(_ -> desktop.now().current().ifPresent(sheets::review));
        HBox banner = new HBox(new FontIcon("fth-lock"), untrustedText, review);
        banner.getStyleClass().addAll("notice", "info");
        return banner;
    }

    private VBox empty() {
        Label title = new Label(texts.get("empty.title"));
        title.getStyleClass().add("t-name");
        Label text = new Label(texts.get("empty.text"));
        text.getStyleClass().add("t-muted14");
        VBox box = new VBox(new FontIcon("fth-book-open"), title, text);
        box.getStyleClass().addAll("panel", "empty");
        return box;
    }

    /// The systems on the screen: the chosen one, or all of them.
    private List<SystemBoard> systems(Board board) {
        return everything && board.systems().size() > 1
                ? board.systems()
                : board.current().map(List::of).orElse(List.of());
    }

    private void draw(Board board) {
        List<SystemBoard> systems = systems(board);
        SystemBoard system = board.current().orElse(null);
        side.setVisible(system != null);
        headParts.show(scope, board.systems().size() > 1);
        if (system == null) {
            headline.getChildren().setAll(words.opening(board));
            measured.show(metricsPanel, false);
            vendorsPanel.show(List.of());
            return;
        }
        boolean several = systems.size() > 1;
        BoardFilter through = BoardFilter.of(filter.getText(), wrong);
        headline.getChildren().setAll(words.of(systems, board));
        if (!system.trust().full()) {
            untrustedText.setText(texts.get(
                    system.trust().partial() ? "untrusted.changed" : "untrusted",
                    Fonts.drawable(system.name()),
                    system.trust().waiting().size()));
        }
        present(untrusted, !system.trust().full(), 0);
        fitMany(systems);
        tileBoard.show(systems, through, board.now());
        BoardFilter gaugesThrough = several ? BoardFilter.of(filter.getText(), true) : through;
        List<MetricsPanel.Placed> gauges = systems.stream()
                .flatMap(s -> s.gauges().stream().map(g -> new MetricsPanel.Placed(s.name(), g)))
                .filter(p -> gaugesThrough.lets(p.gauge(), board.now()))
                .toList();
        measured.show(metricsPanel, !gauges.isEmpty());
        metricsPanel.show(gauges, several ? List.of() : system.circumstances().marks(), board.now());
        List<VendorTile> vendors = several ? List.of() : system.vendors();
        vendorsPanel.show(vendors);
        boolean troubled = vendors.stream().anyMatch(VendorTile::troubled);
        place(
                vendorsPanel,
                troubled
                        ? left.getChildren().indexOf(tiles) + 1
                        : left.getChildren().indexOf(metrics) + 1);
        present(
                empty,
                !several && system.services().isEmpty() && system.gauges().isEmpty(),
                left.getChildren().size());
        alertsPanel.show(systems, through, board);
        if (!several && !system.runbook().diagram().nodes().isEmpty()) {
            mapView.show(system, board);
            // on a calm board there is nothing to tell apart
            Nodes.show(
                    legend,
                    system.services().stream()
                            .anyMatch(
                                    t -> ServiceLook.of(t, system, board.now()).troubled()));
        }
        sheets.show(board);
        arrange();
    }

    /// Moves a node of the left column, when it stands elsewhere.
    private void place(Node node, int place) {
        int now = left.getChildren().indexOf(node);
        if (now != place && now != place - 1) {
            left.getChildren().remove(node);
            left.getChildren().add(now < place ? place - 1 : place, node);
        }
    }

    /// Puts a node into the left column, or takes it out.
    private void present(Node node, boolean wanted, int place) {
        if (wanted != left.getChildren().contains(node)) {
            if (wanted) {
                left.getChildren().add(place, node);
            } else {
                left.getChildren().remove(node);
            }
        }
    }

    /// Columns for the room there is: tiles of 240 to 440 each, the right column narrower in a small window; in a
    /// low one the map stands behind a tab.
    private void arrange() {
        double width = root.getWidth() <= 0 ? 1360 : root.getWidth();
        boolean roomy = width >= VERY_WIDE && diagram();
        double column = width < NARROW ? 360 : Math.clamp(width - MOST_TILES - 48, 448, roomy ? 1400 : 720);
        side.setMinWidth(column);
        side.setPrefWidth(column);
        side.setMaxWidth(column);
        double viewport = leftScroll.getViewportBounds().getWidth();
        double room = (viewport <= 0 ? width - column - 40 : viewport) - LEFT_PADDING;
        tileBoard.fit(room, dense);
        metricsPanel.fit(room, dense);
        boolean diagram = diagram();
        boolean tabbed = diagram && root.getHeight() > 0 && root.getHeight() < LOW;
        sideParts.show(tabs, tabbed);
        alertsPanel.tabbed(tabbed);
        panels.show(!tabbed || !mapChosen, diagram && (!tabbed || mapChosen), calm());
    }

    private boolean calm() {
        return systems(desktop.now()).stream().allMatch(s -> s.activeAlerts().isEmpty());
    }

    /// Whether there is one system on the screen, and it has a diagram.
    private boolean diagram() {
        Board board = desktop.now();
        return systems(board).size() == 1
                && board.current()
                        .map(s -> !s.runbook().diagram().nodes().isEmpty())
                        .orElse(false);
    }
}
