package plantao.ui.board;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.SystemBoard;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// The one thing of a system that a drawer is about: which it is, its course over time, and whether what is drawn
/// still holds.
final class DrawerSubject {
    private final UiContext desktop;
    private final Texts texts;
    private final Drawer drawer;
    private final RelatedLines related;
    private @Nullable CourseView course;
    private String system = "";
    private String name = "";
    private @Nullable Object drawn;

    DrawerSubject(UiContext desktop, Texts texts, Runnable close) {
        this.desktop = desktop;
        this.texts = texts;
        this.drawer = new Drawer(texts, close);
        this.related = new RelatedLines(desktop, texts, drawer);
    }

    Drawer drawer() {
        return drawer;
    }

    RelatedLines related() {
        return related;
    }

    /// Goes on with another thing, and shows it as it stands now.
    void choose(String of, String wanted, Consumer<Board> show) {
        system = of;
        name = wanted;
        drawn = null;
        course = null;
        show.accept(desktop.now());
        drawer.focus();
    }

    /// Its system, or null when that is not on the board.
    @Nullable
    SystemBoard system(Board board) {
        return board.system(system).orElse(null);
    }

    String name() {
        return name;
    }

    /// Its course, brought up to what is known now; the span that the operator chose stays.
    CourseView course(CourseView.Known known) {
        CourseView line = course == null ? new CourseView(desktop, texts, Drawer.INNER, known) : course;
        course = line;
        line.show(known);
        return line;
    }

    /// Draws when something differs from when it was drawn last.
    void draw(Object state, Runnable draws) {
        if (!Objects.equals(state, drawn)) {
            drawn = state;
            draws.run();
        }
    }
}
