package plantao.ui.fx;

import java.io.File;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// A button that writes a document to a file: Markdown into the usual folder at a click or with Ctrl+E, below it
/// the same as HTML to print, and to a place of the operator's choice.
public final class ExportButton {
    private ExportButton() {}

    /// @param html the words for HTML to print
    /// @param as those for a place of the operator's choice
    /// @param write is given what makes a Markdown file's name the name of the file to write, or its whole path
    public static void wire(SplitMenuButton button, String html, String as, Consumer<UnaryOperator<String>> write) {
        button.setOnAction(_ -> write.accept(name -> name));
        MenuItem print = new MenuItem(html);
        print.setOnAction(_ -> write.accept(ExportButton::printed));
        MenuItem elsewhere = new MenuItem(as);
        elsewhere.setId("export-as");
        elsewhere.setOnAction(_ -> write.accept(name -> chosen(button.getScene(), name)));
        button.getItems().setAll(print, elsewhere);
        EventHandler<KeyEvent> keys = event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.E && seen(button)) {
                if (event.isShiftDown()) {
                    elsewhere.fire();
                } else {
                    button.fire();
                }
                event.consume();
            }
        };
        button.sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                before.removeEventHandler(KeyEvent.KEY_PRESSED, keys);
            }
            if (now != null) {
                now.addEventHandler(KeyEvent.KEY_PRESSED, keys);
            }
        });
    }

    private static String printed(String name) {
        return name.replaceFirst("\\.md$", ".html");
    }

    /// Where the operator wants it; empty when they change their mind.
    private static String chosen(Scene scene, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(name);
        File home = new File(System.getProperty("user.home"));
        chooser.setInitialDirectory(home.isDirectory() ? home : null);
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Markdown", "*.md"),
                        new FileChooser.ExtensionFilter("HTML", "*.html"));
        @Nullable File file = chooser.showSaveDialog(scene.getWindow());
        return file == null ? "" : file.getAbsolutePath();
    }

    private static boolean seen(Node node) {
        for (@Nullable Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return !node.isDisabled();
    }
}
