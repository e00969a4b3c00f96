package plantao.ui;

import java.io.File;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.playbook.Outputs;
import plantao.ui.fx.FocusRing;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Latest;
import plantao.ui.fx.Navigation;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Theme;
import plantao.ui.fx.UiContext;
import plantao.ui.settings.CallingPanel;
import plantao.ui.settings.Preferences;

/// The window: brings boards to the screens, and changes theme and language without a restart. Belongs to the
/// JavaFX thread, but for [#show(Board)] and [#tie(Ties)].
public final class Window {
    /// What the window needs from the console.
    ///
    /// @param first the board to begin with
    /// @param closed runs when the operator closes the window
    public record Ties(
            Board first,
            Consumer<Event> events,
            Outputs outputs,
            UiContext.Drafts drafts,
            UiContext.Preview preview,
            Runnable closed,
            UiContext.Memory memory) {

        /// Without a log to look into.
        public Ties(
                Board first,
                Consumer<Event> events,
                Outputs outputs,
                UiContext.Drafts drafts,
                UiContext.Preview preview,
                Runnable closed) {
            this(first, events, outputs, drafts, preview, closed, UiContext.Memory.NONE);
        }
    }

    private final Stage stage;
    private final WindowPlacement placing;
    private final ReadOnlyObjectWrapper<Board> board;
    private final Latest<Board> latest;
    private final Latest<Ties> tying;
    private final Scene scene;
    private Ties ties;
    private Locale locale;
    private Theme theme;
    private Consumer<WindowState> looks = _ -> {};
    private CallingPanel calling = CallingPanel.NONE;
    private Function<Stage, @Nullable File> chooser = on -> new DirectoryChooser().showDialog(on);
    /// What the screens of the present language listen to. Another language gets others: the old screens hear
    /// nothing any more and nothing keeps them alive.
    private SimpleObjectProperty<Board> spoken;
    private Navigation navigation = new Navigation(Screen.BOARD);
    private Shell shell;

    public Window(Stage stage, Ties ties, Locale locale, Theme theme) {
        this(stage, empty(theme), ties, locale, theme);
    }

    /// @param scene an [#empty(Theme)] one of the same theme
    public Window(Stage stage, Scene scene, Ties ties, Locale locale, Theme theme) {
        this.stage = stage;
        this.ties = ties;
        this.locale = locale;
        this.theme = theme;
        this.board = new ReadOnlyObjectWrapper<>(ties.first());
        this.spoken = new SimpleObjectProperty<>(ties.first());
        this.latest = new Latest<>(this::draw);
        this.tying = new Latest<>(this::tied);
        this.scene = scene;
        this.shell = speak();
        FocusRing.on(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> shell.keys().ifPresent(k -> k.before(e)));
        scene.addEventHandler(KeyEvent.KEY_TYPED, e -> shell.keys().ifPresent(k -> k.typed(e, scene.getFocusOwner())));
        scene.addEventHandler(
                KeyEvent.KEY_PRESSED, e -> shell.keys().ifPresent(k -> k.after(e, scene.getFocusOwner())));
        stage.setScene(scene);
        stage.setTitle("Plantão");
        var icon = Window.class.getResourceAsStream("icon.png");
        if (icon != null) {
            stage.getIcons().add(new Image(icon));
        }
        stage.setMinWidth(1024);
        stage.setMinHeight(640);
        this.placing = new WindowPlacement(stage, new Rectangle2D(0, 0, 1440, 900), this::tellLook);
        stage.setOnCloseRequest(event -> {
            if (shell.asksToStay(this::close)) {
                event.consume();
            } else {
                close();
            }
        });
    }

    /// A scene with its stylesheets read: what of a window can be made while nobody knows what will be in it.
    public static Scene empty(Theme theme) {
        Scene scene = new Scene(new StackPane(), 1440, 900);
        theme.applyTo(scene);
        return scene;
    }

    private void close() {
        tellLook();
        ties.closed().run();
    }

    /// Makes the window no larger than the screen that it opens on.
    public void fit() {
        placing.fit();
    }

    /// Puts the window where it was; where there is no screen any more, the system chooses.
    public void place(Rectangle2D wanted, boolean maximised) {
        placing.to(wanted, maximised);
    }

    /// Tells of every change of language, colours and place from now on, on the JavaFX thread.
    public void onLook(Consumer<WindowState> heard) {
        looks = heard;
    }

    /// How a folder is asked for: by the system's own dialog unless told otherwise. The answer may be null.
    public void chooseBy(Function<Stage, @Nullable File> asking) {
        chooser = asking;
    }

    /// How the operator is called, for the settings; nobody is unless told otherwise.
    public void callBy(CallingPanel ways) {
        calling = ways;
    }

    private void tellLook() {
        looks.accept(new WindowState(locale, theme, placing.place(), stage.isMaximized()));
    }

    /// Goes over to another console: its board, and what the operator does from now on goes to it. May be called
    /// from any thread.
    public void tie(Ties next) {
        tying.accept(next);
    }

    private void tied(Ties next) {
        ties = next;
        board.set(next.first());
        stage.setTitle(title(next.first()));
        shell = speak();
    }

    /// Shows a board; may be called from any thread.
    public void show(Board next) {
        latest.accept(next);
    }

    /// Opens the window.
    public void open() {
        stage.show();
    }

    public Scene scene() {
        return scene;
    }

    /// The board on the screen.
    public javafx.beans.value.ObservableValue<Board> board() {
        return board.getReadOnlyProperty();
    }

    private void draw(Board next) {
        board.set(next);
        spoken.set(next);
        stage.setTitle(title(next));
    }

    /// With the number of alerts that wait for somebody, in all systems: what is seen of a window behind others.
    static String title(Board board) {
        long waiting = board.systems().stream()
                .flatMap(s -> s.alerts().stream())
                .filter(Alert::unacknowledged)
                .count();
        String name = board.selected().isEmpty() ? "Plantão" : Fonts.drawable(board.selected()) + " · Plantão";
        return waiting == 0 ? name : "(" + waiting + ") " + name;
    }

    private Shell speak() {
        spoken = new SimpleObjectProperty<>(board.get());
        navigation = navigation.copy();
        UiContext desktop = new UiContext(
                spoken,
                ties.events(),
                ties.outputs(),
                ties.drafts(),
                ties.preview(),
                navigation,
                locale,
                ZoneId.systemDefault(),
                ties.memory());
        Preferences preferences = new Preferences(theme, this::look, this::speak, this::choose, () -> calling);
        Shell next = new Shell(desktop, preferences);
        scene.setRoot(next.root());
        return next;
    }

    private void speak(Locale next) {
        locale = next;
        shell = speak();
        tellLook();
    }

    private void look(Theme next) {
        theme = next;
        theme.applyTo(scene);
        tellLook();
    }

    private void choose(Consumer<File> chosen) {
        File folder = chooser.apply(stage);
        if (folder != null) {
            chosen.accept(folder);
        }
    }
}
