package plantao.ui.shift;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.journal.Tick;
import plantao.ui.fx.Desktop;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Rows;
import plantao.ui.fx.Texts;

/// A checklist under its header; those that do not belong to every shift can be folded away.
final class SectionPane extends VBox {
    private final Section section;
    private final Texts texts;
    private final Label count = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final FontIcon chevron = new FontIcon("fth-chevron-right");
    private final VBox body = new VBox();
    private final HBox header;
    private final Rows<Item, CheckRow> rows;

    SectionPane(Desktop desktop, Texts texts, Section section, boolean open) {
        this.section = section;
        this.texts = texts;
        rows = new Rows<>(body.getChildren(), Item::line, i -> new CheckRow(desktop, texts, i), CheckRow::show);
        Label name = new Label(
                section.ofTheShift()
                        ? texts.get("part." + section.part().key)
                        : Fonts.drawable(section.list().title()));
        name.getStyleClass().add("t-name");
        name.setWrapText(true);
        Label about = new Label(about(section));
        about.getStyleClass().add("t-muted");
        about.setWrapText(true);
        VBox words = new VBox(name, about);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        progress.setPrefWidth(120);
        progress.setMinWidth(60);
        count.getStyleClass().add("t-state");
        header = new HBox(words, progress, count);
        header.getStyleClass().add("section-header");
        header.setSpacing(12);
        getChildren().addAll(header, body);
        if (!section.ofTheShift()) {
            foldable();
        }
        open(open || section.ofTheShift());
    }

    private void foldable() {
        header.getChildren().addFirst(chevron);
        header.getStyleClass().setAll("list-row");
        header.setFocusTraversable(true);
        header.setAccessibleRole(AccessibleRole.BUTTON);
        header.setAccessibleText(section.list().title());
        header.setOnMouseClicked(_ -> {
            header.requestFocus();
            open(!body.isVisible());
        });
        header.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean toggles = event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER;
            if (toggles || event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.LEFT) {
                open(toggles ? !body.isVisible() : event.getCode() == KeyCode.RIGHT);
                event.consume();
            }
        });
    }

    private void open(boolean open) {
        body.setVisible(open);
        body.setManaged(open);
        chevron.setIconLiteral(open ? "fth-chevron-down" : "fth-chevron-right");
    }

    private String about(Section s) {
        String line = texts.get("line", String.valueOf(s.list().origin().line()));
        String title = s.ofTheShift() ? Fonts.drawable(s.list().title()) + " · " : "";
        String often = cadence(s.list().cadence(), texts);
        String cadence = s.ofTheShift() || often.isEmpty() ? "" : often + " · ";
        String when = s.list().when() == null ? "" : Fonts.drawable(s.list().when()) + " · ";
        return title + cadence + when + line;
    }

    /// How often, in words; a cadence of the runbook's own stays as it is.
    static String cadence(@Nullable String cadence, Texts texts) {
        String key = "cadence." + cadence;
        return cadence == null ? "" : texts.bundle().containsKey(key) ? texts.get(key) : cadence;
    }

    /// Brings the ticks up to date.
    void show(List<Tick> ticks) {
        List<Item> items = Item.all(section.list(), ticks);
        rows.show(items);
        int done = (int) items.stream().filter(Item::done).count();
        count.setText(texts.get("count", String.valueOf(done), String.valueOf(items.size())));
        progress.setProgress(done / (double) items.size());
    }

    /// What the keys move over, from top to bottom.
    List<javafx.scene.Node> stops() {
        List<javafx.scene.Node> stops = new java.util.ArrayList<>();
        if (header.isFocusTraversable()) {
            stops.add(header);
        }
        if (body.isVisible()) {
            stops.addAll(body.getChildren());
        }
        return stops;
    }
}
