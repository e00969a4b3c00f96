package plantao.ui.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads a view's FXML, which lies beside its class: `BoardView` has `Board.fxml`.
public final class Fxml {
    private Fxml() {}

    /// The loaded nodes, with `view` as their controller and its package's messages behind every `%key`.
    ///
    /// @throws IllegalStateException when there is no such file
    public static Parent load(Object view, UiContext desktop) {
        Class<?> type = view.getClass();
        String name = type.getSimpleName().replaceFirst("View$", "") + ".fxml";
        URL file = type.getResource(name);
        if (file == null) {
            throw new IllegalStateException("there is no " + name + " beside " + type.getName());
        }
        FXMLLoader loader = new FXMLLoader(file, desktop.texts(type).bundle());
        loader.setControllerFactory(_ -> view);
        loader.setController(view);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("the screen " + name + " could not be loaded", e);
        }
    }
}
