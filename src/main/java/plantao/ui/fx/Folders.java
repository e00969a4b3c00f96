package plantao.ui.fx;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.stage.DirectoryChooser;

/// Folders the operator chooses or drops.
public final class Folders {
    private Folders() {}

    /// Asks for a folder; empty when the operator changed their mind.
    public static Optional<String> choose(Node asking, String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        File chosen = chooser.showDialog(asking.getScene().getWindow());
        return Optional.ofNullable(chosen).map(File::getPath);
    }

    /// Lets folders and Markdown files be dropped on `target`.
    ///
    /// @param dropped is given each one's path
    public static void acceptDrops(Node target, Consumer<String> dropped) {
        target.setOnDragOver(event -> {
            if (!readable(event.getDragboard()).isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        target.setOnDragDropped((DragEvent event) -> {
            List<File> files = readable(event.getDragboard());
            files.forEach(file -> dropped.accept(file.getPath()));
            event.setDropCompleted(!files.isEmpty());
            event.consume();
        });
    }

    private static List<File> readable(Dragboard board) {
        return board.hasFiles()
                ? board.getFiles().stream().filter(f -> f.isDirectory() || f.getName().endsWith(".md")).toList()
                : List.of();
    }
}
