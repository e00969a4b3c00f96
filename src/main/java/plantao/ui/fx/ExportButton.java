package plantao.ui.fx;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;

/// A button that writes a document to a file: Markdown at a click, below it the same as HTML to print.
public final class ExportButton {
    private ExportButton() {}

    /// @param write is given what makes a Markdown file's name the name of the file to write
    public static void wire(SplitMenuButton button, String html, Consumer<UnaryOperator<String>> write) {
        button.setOnAction(_ -> write.accept(name -> name));
        MenuItem print = new MenuItem(html);
        print.setOnAction(_ -> write.accept(name -> name.replaceFirst("\\.md$", ".html")));
        button.getItems().setAll(print);
    }
}
