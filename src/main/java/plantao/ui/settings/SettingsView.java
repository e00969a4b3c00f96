package plantao.ui.settings;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.ui.fx.Desktop;
import plantao.ui.fx.Folders;
import plantao.ui.fx.Fxml;
import plantao.ui.fx.Preferences;
import plantao.ui.fx.Rows;
import plantao.ui.fx.Segments;
import plantao.ui.fx.Texts;
import plantao.ui.fx.View;

/// What can be set: language and colours; what is open; where the data is.
public final class SettingsView implements View {
    private final Desktop desktop;
    private final Parent loaded;
    private final Rows<SystemBoard, FolderRow> rows;

    @FXML private HBox languages;
    @FXML private HBox colours;
    @FXML private Button open;
    @FXML private VBox folders;
    @FXML private Label noFolder;
    @FXML private Label data;
    @FXML private Button copyData;
    @FXML private Label version;

    /// @param preferences changed by what the operator chooses
    public SettingsView(Desktop desktop, About about, ObjectProperty<Preferences> preferences) {
        this.desktop = desktop;
        Texts texts = desktop.texts(SettingsView.class);
        this.loaded = Fxml.load(this, desktop);
        Preferences now = preferences.get();
        Segments.fill(languages, Preferences.LANGUAGES, Preferences::own, now.language(),
                chosen -> preferences.set(preferences.get().withLanguage(chosen)));
        Segments.fill(colours, List.of(Preferences.Colours.values()), c -> texts.get("colours." + c.name()), now.colours(),
                chosen -> preferences.set(preferences.get().withColours(chosen)));
        Consumer<String> opening = path -> desktop.send(new Event.OpenFolder(path));
        open.setOnAction(_ -> Folders.choose(loaded, texts.get("choose")).ifPresent(opening));
        data.setText(about.data());
        version.setText(about.version());
        copyData.setOnAction(_ -> copy(about.data()));
        rows = new Rows<>(folders.getChildren(), SystemBoard::name, _ -> new FolderRow(texts), FolderRow::show);
        desktop.board().addListener((_, _, board) -> draw(board));
        draw(desktop.now());
    }

    @Override
    public Parent root() {
        return loaded;
    }

    private void draw(Board board) {
        rows.show(board.systems());
        noFolder.setVisible(board.systems().isEmpty());
        noFolder.setManaged(board.systems().isEmpty());
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
