package plantao.ui.start;

import java.io.File;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.PracticeBoard;
import plantao.ui.fx.Desktop;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Fxml;
import plantao.ui.fx.Rows;
import plantao.ui.fx.Texts;

/// The first choice.
public final class StartView {
    private final Desktop desktop;
    private final Texts texts;
    private final Parent loaded;
    private final Rows<Board.Failure, HBox> rows;

    @FXML private StackPane root;
    @FXML private VBox failures;
    @FXML private Label progress;
    @FXML private Button practise;
    @FXML private Button open;

    /// @param choose asks for a folder
    public StartView(Desktop desktop, Consumer<Consumer<File>> choose) {
        this.desktop = desktop;
        this.texts = desktop.texts(StartView.class);
        this.loaded = Fxml.load(this, desktop);
        loaded.getStylesheets().add(String.valueOf(StartView.class.getResource("start.css")));
        this.rows = new Rows<>(failures.getChildren(), f -> f, this::failure, (_, _) -> {});
        practise.setDefaultButton(true);
        practise.setOnAction(_ -> desktop.send(new Event.StartPractice()));
        open.setOnAction(_ -> choose.accept(this::open));
        root.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
        });
        root.setOnDragDropped(event -> event.getDragboard().getFiles().forEach(this::open));
        desktop.board().addListener((_, _, board) -> draw(board));
        draw(desktop.now());
    }

    public Parent root() {
        return loaded;
    }

    private void open(File file) {
        desktop.send(new Event.OpenFolder(file.getPath()));
    }

    private void draw(Board board) {
        rows.show(board.failures());
        PracticeBoard practice = board.practice();
        boolean starting = practice.state() == PracticeBoard.State.STARTING || practice.state() == PracticeBoard.State.ON;
        practise.setDisable(starting);
        progress.setText(starting ? texts.get("practise.starting", practice.message()) : Fonts.drawable(practice.message()));
        progress.getStyleClass().setAll("label", "t-muted", practice.state() == PracticeBoard.State.FAILED ? "c-danger" : "c-muted");
    }

    private HBox failure(Board.Failure failure) {
        Label text = new Label(texts.get("failure", failure.source(), failure.message()));
        text.setWrapText(true);
        text.getStyleClass().add("t-body");
        HBox row = new HBox(new FontIcon("fth-alert-triangle"), text);
        row.getStyleClass().addAll("notice", "danger");
        return row;
    }
}
