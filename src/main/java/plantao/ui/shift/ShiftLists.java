package plantao.ui.shift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Board;
import plantao.desk.ClosedLoop;
import plantao.journal.ItemKey;
import plantao.journal.Routine;
import plantao.journal.Worklist;
import plantao.runbook.Origin;
import plantao.runbook.Runbook;
import plantao.ui.fx.Focus;
import plantao.ui.fx.ListKeys;
import plantao.ui.fx.ScrollIntoView;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// The runbook's checklists below each other: those of the shift, those that come back, the others.
final class ShiftLists {
    private final UiContext desktop;
    private final Texts texts;
    private final VBox lists;
    private final ScrollPane scroll;
    private final List<SectionPane> panes = new ArrayList<>();
    private Routine routine = new Routine(List.of());
    private @Nullable VBox none;

    /// @param lists where they stand
    /// @param scroll what scrolls that
    ShiftLists(UiContext desktop, Texts texts, VBox lists, ScrollPane scroll) {
        this.desktop = desktop;
        this.texts = texts;
        this.lists = lists;
        this.scroll = scroll;
        lists.addEventHandler(KeyEvent.KEY_PRESSED, event -> ListKeys.move(event, stops()));
    }

    /// The work that the runbook knows, of which the checklists are a part.
    Routine routine() {
        return routine;
    }

    boolean isEmpty() {
        return panes.isEmpty();
    }

    /// Where in this box it says that there are no checklists; -1 when it does not.
    int emptiness(VBox box) {
        return box.getChildren().indexOf(none);
    }

    /// The items, in order, that the keys go through.
    List<Node> stops() {
        return panes.stream().<Node>flatMap(p -> p.stops().stream()).toList();
    }

    /// The titles of those whose items are seen.
    List<String> unfolded() {
        return panes.stream()
                .filter(SectionPane::unfolded)
                .map(p -> p.group().title())
                .toList();
    }

    void rebuild(Runbook runbook) {
        panes.clear();
        lists.getChildren().clear();
        routine = Routine.of(runbook);
        List<Routine.Group> groups = routine.groups().stream()
                .filter(g -> g.part() != Routine.Part.WORK)
                .toList();
        boolean listed = groups.stream().anyMatch(g -> g.part().ofTheShift());
        for (Routine.Group group : groups) {
            panes.add(new SectionPane(desktop, texts, group, !listed && panes.isEmpty()));
        }
        panel(null, part(Routine.Part::ofTheShift));
        panel(texts.get("recurring"), part(g -> g == Routine.Part.RECURRING));
        panel(texts.get(listed ? "others" : "lists"), part(g -> g == Routine.Part.OTHER));
        if (groups.isEmpty()) {
            none = empty();
            lists.getChildren().add(none);
        }
        scroll.setVvalue(0);
    }

    /// @param now what is to do by [#routine()]
    void show(Board board, Worklist now, Map<ItemKey, ClosedLoop.Said> said) {
        for (int i = 0; i < panes.size(); i++) {
            panes.get(i).show(now.lists().get(i), said, board.now());
            panes.get(i).fill(board);
        }
    }

    /// Unfolds a checklist and goes to its first item.
    ///
    /// @return whether it is one of these
    boolean open(Routine.Group group) {
        for (SectionPane pane : panes) {
            if (pane.group().equals(group)) {
                pane.unfold();
                pane.applyCss();
                lists.layout();
                pane.stops().getFirst().requestFocus();
                ScrollIntoView.bring(pane.stops().getFirst());
                return true;
            }
        }
        return false;
    }

    /// Unfolds, shows and focuses the item that stands there in the runbook.
    ///
    /// @return whether there is one
    boolean reveal(Origin item) {
        for (SectionPane pane : panes) {
            Node row = pane.row(item);
            if (row != null) {
                pane.unfold();
                scroll.applyCss();
                scroll.layout();
                Focus.on(row);
                ScrollIntoView.bring(row);
                return true;
            }
        }
        return false;
    }

    private List<SectionPane> part(Predicate<Routine.Part> part) {
        return panes.stream().filter(p -> part.test(p.group().part())).toList();
    }

    private void panel(@Nullable String title, List<SectionPane> content) {
        if (content.isEmpty()) {
            return;
        }
        VBox panel = new VBox();
        panel.getStyleClass().add("panel");
        if (title != null) {
            Label name = new Label(title);
            name.getStyleClass().add("t-name");
            HBox header = new HBox(new FontIcon("fth-check-square"), name);
            header.getStyleClass().add("panel-header");
            panel.getChildren().add(header);
        }
        panel.getChildren().addAll(content);
        lists.getChildren().add(panel);
    }

    private VBox empty() {
        Label title = new Label(texts.get("empty.title"));
        title.getStyleClass().add("t-name");
        Label text = new Label(texts.get("empty.text"));
        text.getStyleClass().add("t-muted14");
        Label example = new Label(texts.get("empty.example"));
        example.getStyleClass().addAll("t-mono", "example");
        VBox box = new VBox(new FontIcon("fth-check-square"), title, text, example);
        box.getStyleClass().addAll("panel", "empty");
        return box;
    }
}
