package plantao.ui.start;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.PracticeBoard;
import plantao.ui.fx.Focus;
import plantao.ui.fx.Fxml;
import plantao.ui.fx.RowSync;
import plantao.ui.fx.Texts;
import plantao.ui.fx.Theme;
import plantao.ui.fx.UiContext;
import plantao.ui.fx.View;
import plantao.ui.practice.StartProgress;
import plantao.ui.settings.Preferences;

/// The first screen: practise now, or open a folder.
public final class StartView implements View {
    private final UiContext desktop;
    private final Texts texts;
    private final Preferences preferences;
    private final Parent loaded;
    private final RowSync<Board.Failure, FailureRow> failureRows;

    @FXML
    private MenuButton language;

    @FXML
    private MenuButton colours;

    @FXML
    private VBox failures;

    @FXML
    private HBox starting;

    @FXML
    private Label startingText;

    @FXML
    private HBox failed;

    @FXML
    private Label failedText;

    @FXML
    private Button practise;

    @FXML
    private Label practiseWord;

    @FXML
    private Button open;

    public StartView(UiContext desktop, Preferences preferences) {
        this.desktop = desktop;
        this.texts = desktop.texts(StartView.class);
        this.preferences = preferences;
        this.loaded = Fxml.load(this, desktop);
        loaded.getStylesheets()
                .add(Objects.requireNonNull(StartView.class.getResource("start.css"))
                        .toExternalForm());
        menus();
        practise.setOnAction(_ -> desktop.send(new Event.StartPractice()));
        practise.setDefaultButton(true);
        open.setOnAction(_ -> open());
        loaded.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.O && !event.isShortcutDown()) {
                open();
                event.consume();
            }
        });
        failureRows = new RowSync<>(
                failures.getChildren(), Board.Failure::source, _ -> new FailureRow(desktop, texts), FailureRow::show);
        desktop.board().addListener((_, _, board) -> draw(board));
        draw(desktop.now());
    }

    @Override
    public Parent root() {
        return loaded;
    }

    @Override
    public void shown(@Nullable Object chosen) {
        Focus.on(practise);
    }

    private void open() {
        preferences.choose().accept(folder -> desktop.send(new Event.OpenFolder(folder.getPath())));
    }

    private void menus() {
        language.setText(own(desktop.locale()));
        for (Locale each : List.of(Locale.ENGLISH, Locale.of("pt", "BR"))) {
            MenuItem item = new MenuItem(own(each));
            item.setOnAction(_ -> preferences.setLanguage().accept(each));
            language.getItems().add(item);
        }
        colours.setText(texts.get("colours." + preferences.theme().name()));
        for (Theme each : Theme.values()) {
            MenuItem item = new MenuItem(texts.get("colours." + each.name()));
            item.setOnAction(_ -> {
                preferences.setTheme().accept(each);
                colours.setText(item.getText());
            });
            colours.getItems().add(item);
        }
    }

    /// A language's name in itself: `English`, `Português`.
    private static String own(Locale language) {
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    private void draw(Board board) {
        PracticeBoard practice = board.practice();
        boolean busy = practice.state() == PracticeBoard.State.STARTING || practice.state() == PracticeBoard.State.ON;
        show(starting, busy);
        startingText.setText(
                practice.state() == PracticeBoard.State.ON
                        ? texts.get("practise.opening")
                        : StartProgress.words(practice, desktop));
        boolean bad = practice.state() == PracticeBoard.State.FAILED;
        show(failed, bad);
        failedText.setText(texts.said(practice.message()));
        if (busy && practise.isFocused()) {
            loaded.requestFocus(); // not the next button: a second Enter is not for that
        }
        show(practise, !busy);
        practiseWord.setText(texts.get(bad ? "practise.again" : "practise.go"));
        failureRows.show(board.failures());
        show(failures, !board.failures().isEmpty());
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
