package plantao.ui.frame;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.value.ChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.ui.fx.Focus;
import plantao.ui.fx.Fxml;
import plantao.ui.fx.ListKeys;
import plantao.ui.fx.Navigation;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;
import plantao.ui.fx.View;
import plantao.ui.incident.DeclareCard;
import plantao.ui.search.SearchCard;
import plantao.ui.settings.Preferences;

/// The frame around the screens; every part of it is drawn from the board alone.
public final class FrameView {
    /// From here on there is room for everything in the strip and in the top bar.
    private static final double ROOMY = 1360;

    private static final double LEAST = 1180;

    private final UiContext desktop;
    private final Preferences preferences;
    private final Texts texts;
    private final Map<Screen, Function<UiContext, View>> screens;
    private final Map<Screen, View> built = new EnumMap<>(Screen.class);
    private final Map<Screen, RailEntry> entries = new EnumMap<>(Screen.class);
    private final Parent loaded;
    private final TopBarView topBar;
    private @Nullable StripView strip;
    private final Notices notices;
    private final Overlay overlay;
    private final Keys keys;

    @FXML
    private StackPane root;

    @FXML
    private VBox entriesBox;

    @FXML
    private VBox lastEntries;

    @FXML
    private VBox bars;

    @FXML
    private StackPane content;

    private List<Object> attended = List.of();

    /// @param screens what can be shown, in the rail's order
    public FrameView(UiContext desktop, Preferences preferences, Map<Screen, Function<UiContext, View>> screens) {
        this.desktop = desktop;
        this.preferences = preferences;
        this.texts = desktop.texts(FrameView.class);
        this.screens = screens;
        this.loaded = Fxml.load(this, desktop);
        this.overlay = new Overlay(root);
        this.keys = new Keys(
                desktop,
                this::openPalette,
                this::openSearch,
                this::writeNote,
                this::declare,
                this::openContacts,
                this::openKeys,
                overlay);
        this.topBar = new TopBarView(desktop, this::openPalette, this::openFolder);
        VBox banners = new VBox();
        VBox saved = new VBox(8);
        saved.setPickOnBounds(false);
        saved.setMaxSize(760, Region.USE_PREF_SIZE);
        StackPane.setAlignment(saved, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(saved, new Insets(16));
        this.notices = new Notices(desktop, texts, banners, saved);
        root.getChildren().add(saved);
        bars.getChildren().setAll(topBar.root(), banners);
        rail();
        content.addEventHandler(KeyEvent.KEY_PRESSED, this::enter);
        ChangeListener<Node> lost = (_, before, now) -> {
            if ((before == null || before.getScene() == null) && now instanceof RailEntry) {
                content.requestFocus(); // what had it is gone: the next key is meant for the screen here as well
            }
        };
        loaded.sceneProperty().subscribe((Scene before, Scene now) -> {
            if (before != null) {
                before.focusOwnerProperty().removeListener(lost);
            }
            if (now != null) {
                now.focusOwnerProperty().addListener(lost);
            }
        });
        root.setMinSize(0, 0); // never wider than the window: what gives way is told its true width
        loaded.layoutBoundsProperty().addListener((_, _, bounds) -> fit(bounds.getWidth()));
        desktop.board().addListener((_, _, board) -> draw(board));
        desktop.navigation().goalProperty().addListener((_, _, goal) -> show(goal));
        draw(desktop.now());
        show(desktop.navigation().goal());
    }

    public Parent root() {
        return loaded;
    }

    /// The keys that work everywhere.
    public Keys keys() {
        return keys;
    }

    private void rail() {
        for (Screen screen : screens.keySet()) {
            RailEntry entry = new RailEntry(
                    screen,
                    texts.get("rail." + screen.key()),
                    () -> desktop.navigation().go(screen));
            entries.put(screen, entry);
            (screen == Screen.SETTINGS ? lastEntries : entriesBox).getChildren().add(entry);
        }
    }

    private void fit(double width) {
        if (strip != null) {
            strip.fit(width >= ROOMY, width >= LEAST);
        }
        topBar.fit(width >= LEAST);
    }

    private void show(Navigation.Goal goal) {
        Function<UiContext, View> maker = screens.get(goal.screen());
        if (maker == null) {
            return;
        }
        View view = built.computeIfAbsent(goal.screen(), _ -> maker.apply(desktop));
        if (content.getChildren().isEmpty() || content.getChildren().getFirst() != view.root()) {
            if (view.root() instanceof Region region) {
                region.setMinWidth(0); // it gives way inside, never over the rail
            }
            content.getChildren().setAll(view.root());
            Focus.on(content); // the next key is meant for the screen, not for the rail
        }
        entries.forEach((screen, entry) -> entry.setSelected(screen == goal.screen()));
        view.shown(goal.chosen());
        attend(desktop.now());
    }

    /// The first step into a screen on which nothing has the focus yet.
    private void enter(KeyEvent event) {
        View view = built.get(desktop.navigation().goal().screen());
        if (view != null && event.getTarget() == content && ListKeys.moves(event) && view.enter()) {
            event.consume();
        }
    }

    private void draw(Board board) {
        @Nullable SystemBoard system = board.current().orElse(null);
        topBar.draw(board, system);
        if (strip == null && board.incident().isPresent()) {
            strip = new StripView(desktop, content::requestFocus);
            bars.getChildren().add(1, strip.root());
            fit(loaded.getLayoutBounds().getWidth());
        }
        if (strip != null) {
            strip.draw(board, system);
        }
        notices.show(board);
        attend(board);
        entries.forEach(
                (screen, entry) -> entry.badge(Badges.of(screen, board, system), Badges.urgent(screen, board, system)));
    }

    /// Lets the team know what is open here.
    private void attend(Board board) {
        View view = built.get(desktop.navigation().goal().screen());
        List<String> open = view == null ? List.of() : view.works();
        List<Object> now = List.of(board.team().url(), board.operator(), board.selected(), open);
        if (board.team().on() && !now.equals(attended)) {
            attended = now;
            desktop.send(new Event.WorkOpened(board.selected(), open));
        }
    }

    private void openPalette() {
        overlay.show(new Palette(
                        desktop, preferences, texts, overlay::hide, this::openSearch, this::openContacts, this::declare)
                .root());
    }

    private void openFolder() {
        preferences.choose().accept(folder -> desktop.send(new Event.OpenFolder(folder.getPath())));
    }

    private void openSearch() {
        overlay.show(new SearchCard(desktop, overlay::hide).root());
    }

    private void openContacts() {
        overlay.show(new ContactsCard(desktop, texts).root());
    }

    /// Asks what the incident is to be called; goes to the one that is open already.
    private void declare() {
        Board board = desktop.now();
        board.journal()
                .openIncident(board.selected())
                .ifPresentOrElse(
                        i -> desktop.navigation().go(Screen.INCIDENTS, i.id()),
                        () -> board.current()
                                .ifPresent(s -> overlay.show(new DeclareCard(desktop, s, null, overlay::hide).root())));
    }

    private void openKeys() {
        overlay.show(new KeyList(texts).root());
    }

    private void writeNote() {
        if (strip == null || !strip.focusNote()) {
            overlay.show(new NoteCard(desktop, texts, overlay::hide).root());
        }
    }
}
