package plantao.ui;

import java.io.InputStream;
import java.util.function.Consumer;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import plantao.desk.Board;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Latest;
import plantao.ui.fx.Navigation;
import plantao.ui.fx.Preferences;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Theme;

/// The console's window. Build it on the JavaFX thread; feed it boards from any thread.
public final class Window {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final Stage stage;
    private final Outside outside;
    private final ObjectProperty<Preferences> preferences;
    private final Latest<Board> boards = new Latest<>(this::show);
    private Surface surface;

    /// Shows the window.
    ///
    /// @param keep is given the preferences whenever the operator changes them
    public Window(Stage stage, Board first, Outside outside, Preferences preferred, Consumer<Preferences> keep) {
        this.stage = stage;
        this.outside = outside;
        this.preferences = new SimpleObjectProperty<>(preferred);
        Fonts.load();
        this.surface = new Surface(first, outside, preferences, new Navigation.Goal(Screen.BOARD, null));
        stage.setScene(scene(surface, WIDTH, HEIGHT));
        stage.setTitle(title(first));
        try (InputStream icon = Window.class.getResourceAsStream("icon.png")) {
            if (icon != null) {
                stage.getIcons().add(new Image(icon));
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("The window's icon cannot be read; install Plantão again.", e);
        }
        stage.setMinWidth(1024);
        stage.setMinHeight(640);
        preferences.addListener((_, before, now) -> {
            keep.accept(now);
            if (!before.language().equals(now.language())) {
                rebuild();
            } else {
                theme().applyTo(stage.getScene());
            }
        });
        Platform.getPreferences().colorSchemeProperty().addListener((_, _, _) -> theme().applyTo(stage.getScene()));
        stage.show();
    }

    /// Takes boards from any thread; only the latest is drawn.
    public Consumer<Board> boards() {
        return boards;
    }

    private void show(Board board) {
        surface.show(board);
        stage.setTitle(title(board));
    }

    private static String title(Board board) {
        return board.selected().isEmpty() ? "Plantão" : Fonts.drawable(board.selected()) + " · Plantão";
    }

    /// The same place in another language.
    private void rebuild() {
        Scene old = stage.getScene();
        surface = new Surface(surface.board(), outside, preferences, surface.goal());
        stage.setScene(scene(surface, old.getWidth(), old.getHeight()));
    }

    private Scene scene(Surface shown, double width, double height) {
        Scene scene = new Scene(shown.root(), width, height);
        theme().applyTo(scene);
        shown.install(scene);
        return scene;
    }

    private Theme theme() {
        return switch (preferences.get().colours()) {
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
        };
    }
}
