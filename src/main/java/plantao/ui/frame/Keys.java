package plantao.ui.frame;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.ui.fx.Focus;
import plantao.ui.fx.Screen;
import plantao.ui.fx.UiContext;

/// The keys that work on every screen.
///
/// @param palette opens the palette
/// @param search opens the search over the log
/// @param note puts the cursor where a note is written
/// @param declare asks what an incident is to be called
/// @param contacts shows whom to call
/// @param help opens the list of keys
public record Keys(
        UiContext desktop,
        Runnable palette,
        Runnable search,
        Runnable note,
        Runnable declare,
        Runnable contacts,
        Runnable help,
        Overlay overlay) {

    /// A key before anybody else sees it.
    public void before(KeyEvent event) {
        if (!(event.getTarget() instanceof Node node && Focus.takesAllKeys(node))) {
            always(event);
        }
    }

    /// A key that nobody on the screen has used.
    public void after(KeyEvent event, @Nullable Node focus) {
        whenNotTyping(event, focus);
    }

    /// A character that nobody on the screen has used. The note is opened by what was typed, not by the key that
    /// was pressed: else the letter would still come and land in the field.
    public void typed(KeyEvent event, @Nullable Node focus) {
        if (elsewhere(event, focus)) {
            return;
        }
        Runnable card = event.getCharacter().equalsIgnoreCase("n")
                ? note
                : event.getCharacter().equalsIgnoreCase("d") ? declare : null;
        if (card != null) {
            card.run();
            event.consume();
        }
    }

    private boolean elsewhere(KeyEvent event, @Nullable Node focus) {
        return focus instanceof TextInputControl
                || Focus.takesAllKeys(focus)
                || overlay.isShown()
                || event.isConsumed()
                || event.isControlDown()
                || event.isAltDown()
                || event.isMetaDown();
    }

    private void always(KeyEvent event) {
        if (event.isControlDown() && event.getCode() == KeyCode.K) {
            palette.run();
            event.consume();
        } else if (event.isControlDown() && event.isShiftDown() && event.getCode() == KeyCode.F) {
            search.run();
            event.consume();
        } else if (event.getCode() == KeyCode.F1) {
            help.run();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && overlay.hide()) {
            event.consume();
        } else if (event.isControlDown() && event.getCode().isDigitKey()) {
            int index = event.getCode().ordinal() - KeyCode.DIGIT1.ordinal();
            if (index >= 0 && index < Screen.values().length) {
                desktop.navigation().go(Screen.values()[index]);
                event.consume();
            }
        }
    }

    private void whenNotTyping(KeyEvent event, @Nullable Node focus) {
        if (elsewhere(event, focus)) {
            return;
        }
        switch (event.getCode()) {
            case A -> acknowledge();
            case C -> contacts.run();
            case X -> EscalationMark.next(desktop);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// The first alert that waits for somebody.
    private void acknowledge() {
        Board board = desktop.now();
        board.current()
                .flatMap(s ->
                        s.activeAlerts().stream().filter(Alert::unacknowledged).findFirst())
                .ifPresent(a -> desktop.send(
                        new Event.Acknowledge(board.selected(), a.rule().id())));
    }
}
