package plantao.ui.playbook;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import plantao.ui.fx.Focus;

/// The keys of a run: Ctrl+Enter runs (not out of a field whose text is not taken yet), Space marks done, S skips,
/// G runs all checks, L a session's lines, T shows its terminal, R runs them again, I says that the condition does
/// not hold, N notes, E ends, J and K move, Enter opens.
///
/// @param run the run on the screen, or null
/// @param list shows the list
record RunKeys(Supplier<@Nullable RunView> run, Runnable list) {

    void handle(KeyEvent event) {
        RunView view = run.get();
        Node focus = event.getTarget() instanceof Scene scene
                ? scene.getFocusOwner()
                : event.getTarget() instanceof Node node ? node : null;
        if (view == null
                || Focus.takesAllKeys(focus)
                || event.isAltDown()
                || event.isMetaDown()
                || outside(focus, view)) {
            return;
        }
        boolean typing = focus instanceof TextInputControl;
        if (event.getCode() == KeyCode.ENTER && event.isControlDown()) {
            if (!typing) {
                runOrOpen(view);
            }
            event.consume();
        } else if (event.getCode() == KeyCode.F && event.isControlDown()) {
            view.output().search();
            event.consume();
        } else if (!typing && !event.isControlDown() && plain(event.getCode(), focus, view)) {
            event.consume();
        }
    }

    /// A step that only has the focus is opened first: what runs is what stands large on the screen.
    private static void runOrOpen(RunView view) {
        int focused = view.list().focused();
        if (focused >= 0 && focused != view.current()) {
            view.list().open(focused);
        } else {
            view.actions().run();
        }
    }

    private boolean plain(KeyCode code, @Nullable Node focus, RunView view) {
        boolean onRun = view.actions().isRunButton(focus);
        boolean inList = focus instanceof ListView;
        switch (code) {
            case ENTER -> {
                if (view.list().focused() >= 0) {
                    view.list().open(view.list().focused());
                    return true;
                }
                return onRun;
            }
            case SPACE -> {
                if (!onRun && (focus instanceof ButtonBase || focus instanceof CauseRow || inList)) {
                    return false;
                }
                return space(view);
            }
            case J -> view.list().move(1);
            case K -> view.list().move(-1);
            case DOWN, UP -> {
                if (inList) {
                    return false;
                }
                view.list().move(code == KeyCode.DOWN ? 1 : -1);
            }
            case S -> view.actions().skip();
            case P -> view.actions().propose();
            case G -> view.actions().checks();
            case L -> view.actions().lines();
            case O -> view.actions().rest();
            case T -> view.terminal().enter();
            case R -> view.facts().again();
            case I -> view.actions().notHere();
            case E -> view.end();
            case N -> {
                return view.actions().note();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean space(RunView view) {
        int focused = view.list().focused();
        if (focused >= 0 && focused != view.current()) {
            view.list().open(focused);
        } else {
            view.actions().done();
        }
        return true;
    }

    /// Cards of the frame lie above this screen; their keys are their own. Nothing focused counts as here.
    private static boolean outside(@Nullable Node focus, RunView view) {
        if (focus == null
                || focus.getScene() == null
                || focus == focus.getScene().getRoot()) {
            return false;
        }
        for (Node n = focus; n != null; n = n.getParent()) {
            if (n == view.root()) {
                return false;
            }
            if (n.getStyleClass().contains("dialog-card")) {
                return true;
            }
        }
        return focus instanceof TextInputControl || focus instanceof ButtonBase;
    }
}
