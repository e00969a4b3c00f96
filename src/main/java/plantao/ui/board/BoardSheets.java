package plantao.ui.board;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.desk.Board;
import plantao.desk.SystemBoard;
import plantao.ui.fx.Scrim;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;
import plantao.ui.incident.DeclareCard;

/// What is laid over the board: cards that ask something, and one drawer at its right.
final class BoardSheets {
    private final UiContext desktop;
    private final Texts texts;
    private final StackPane whole;
    private final Supplier<List<SystemBoard>> systems;
    private final BoardPrompts asking;
    private final ServiceDrawer serviceDrawer;
    private final GaugeDrawer gaugeDrawer;
    private final HistoryDrawer historyDrawer;
    private @Nullable Node drawer;
    private @Nullable Node before;

    /// @param whole what they are laid over
    /// @param systems those on the screen
    BoardSheets(UiContext desktop, Texts texts, StackPane whole, Supplier<List<SystemBoard>> systems) {
        this.desktop = desktop;
        this.texts = texts;
        this.whole = whole;
        this.systems = systems;
        this.asking = new BoardPrompts(
                s -> silence(s.system(), s.alert(), s.service()),
                this::note,
                this::details,
                this::history,
                this::declare);
        this.serviceDrawer = new ServiceDrawer(desktop, texts, asking, this::closeDrawer);
        this.gaugeDrawer = new GaugeDrawer(desktop, texts, this::closeDrawer);
        this.historyDrawer = new HistoryDrawer(desktop, texts, this::closeDrawer);
    }

    BoardPrompts asking() {
        return asking;
    }

    /// Brings what is open up to the board.
    void show(Board board) {
        if (drawer == serviceDrawer.root()) {
            serviceDrawer.show(board);
        } else if (drawer == gaugeDrawer.root()) {
            gaugeDrawer.show(board);
        } else if (drawer == historyDrawer.root()) {
            historyDrawer.show(systems.get(), board);
        }
    }

    void review(SystemBoard system) {
        Parent[] shown = new Parent[1];
        TrustReview dialog = new TrustReview(desktop, texts, system, closing(shown));
        shown[0] = dialog.root();
        whole.getChildren().add(shown[0]);
        dialog.focus();
    }

    void silence(SystemBoard system, @Nullable Alert alert, @Nullable String service) {
        lay(close -> {
            var card = new SilenceCard(desktop, texts, system, alert, service, close);
            return new Laid(card.root(), card::focus);
        });
    }

    private void note(SystemBoard system, Alert alert) {
        lay(close -> {
            var card = new NotePrompt(desktop, texts, system.name(), alert, close);
            return new Laid(card.root(), card::focus);
        });
    }

    private void declare(SystemBoard system, Alert alert) {
        lay(close -> {
            var card = new DeclareCard(desktop, system, alert.rule().id(), close);
            return new Laid(Scrim.over(card.root(), 560, close), card::focus);
        });
    }

    private record Laid(Parent card, Runnable focus) {}

    /// Lays a card over the board.
    ///
    /// @param card makes it, given what takes it away
    private void lay(Function<Runnable, Laid> card) {
        Parent[] shown = new Parent[1];
        Laid laid = card.apply(closing(shown));
        shown[0] = laid.card();
        whole.getChildren().add(laid.card());
        laid.focus().run();
    }

    /// Takes a card away and gives the focus back: to the row of the alert it was about, where it came from one.
    private Runnable closing(Parent[] card) {
        Node before = whole.getScene() == null ? null : whole.getScene().getFocusOwner();
        Node row = before;
        while (row != null && !row.getStyleClass().contains("alert-row")) {
            row = row.getParent();
        }
        Node back = row == null ? before : row;
        return () -> {
            whole.getChildren().remove(card[0]);
            if (back != null) {
                back.requestFocus();
            }
        };
    }

    void details(String system, String service) {
        open(serviceDrawer.root());
        serviceDrawer.choose(system, service);
    }

    void gauge(String system, String metric) {
        open(gaugeDrawer.root());
        gaugeDrawer.choose(system, metric);
    }

    private void history() {
        open(historyDrawer.root());
        historyDrawer.open(systems.get());
    }

    private void open(Region sheet) {
        if (drawer == null) {
            before = whole.getScene() == null ? null : whole.getScene().getFocusOwner();
        } else {
            whole.getChildren().remove(drawer);
        }
        drawer = sheet;
        StackPane.setAlignment(sheet, Pos.CENTER_RIGHT);
        whole.getChildren().add(sheet);
    }

    /// Gives the focus back to what the first drawer was opened from.
    private void closeDrawer() {
        if (drawer != null) {
            whole.getChildren().remove(drawer);
            drawer = null;
            if (before != null) {
                before.requestFocus();
            }
        }
    }
}
