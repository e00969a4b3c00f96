package plantao.ui.playbook;

import javafx.geometry.Point2D;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodRequests;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import plantao.playbook.screen.Keys;

/// The keys of a terminal's screen. All go to the program but: Shift+Esc leads back, Ctrl+Shift+C and Ctrl+Shift+V
/// copy and paste, Shift+Page Up and Down show what went out at the top, Alt+Enter types the runbook's next line.
///
/// @param leave leads back
/// @param offer types the runbook's next line
record TerminalKeyboard(TerminalView view, Runnable leave, Runnable offer) {

    void listen() {
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        view.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        view.setInputMethodRequests(new Committed());
        view.setOnInputMethodTextChanged((InputMethodEvent event) -> view.type(event.getCommitted()));
    }

    private void pressed(KeyEvent event) {
        if (own(event)) {
            event.consume();
            return;
        }
        Keys.Key key = key(event.getCode());
        String sent = "";
        if (key != null) {
            sent = Keys.of(
                    key,
                    event.isShiftDown(),
                    event.isAltDown(),
                    event.isControlDown(),
                    view.shot().cursorKeys());
        } else if (event.isControlDown() && !event.isAltDown()) {
            String named =
                    event.getCode() == KeyCode.SPACE ? " " : event.getCode().getChar();
            sent = named.isEmpty() ? "" : Keys.control(named.codePointAt(0), false);
        }
        view.type(sent);
        event.consume(); // a letter comes as a character too; as a key it would mean something to the window
    }

    private boolean own(KeyEvent event) {
        boolean shift = event.isShiftDown();
        boolean both = shift && event.isControlDown();
        KeyCode code = event.getCode();
        if (shift && code == KeyCode.ESCAPE) {
            leave.run();
        } else if (event.isAltDown() && code == KeyCode.ENTER) {
            offer.run();
        } else if (both && code == KeyCode.C) {
            view.copy();
        } else if (both && code == KeyCode.V || shift && code == KeyCode.INSERT) {
            view.paste();
        } else if (shift && (code == KeyCode.PAGE_UP || code == KeyCode.PAGE_DOWN)) {
            view.scroll(code == KeyCode.PAGE_UP ? view.page() : -view.page());
        } else {
            return false;
        }
        return true;
    }

    private void typed(KeyEvent event) {
        String text = event.getCharacter();
        boolean printable = !text.isEmpty() && text.codePointAt(0) >= 0x20 && text.codePointAt(0) != 0x7f;
        boolean command = event.isControlDown() != event.isAltDown() && event.isControlDown() || event.isMetaDown();
        if (printable && !command) {
            boolean meta = event.isAltDown() && !event.isControlDown();
            view.type(meta ? "\u001b" + text : text);
        }
        event.consume();
    }

    private static Keys.@Nullable Key key(KeyCode code) {
        return switch (code) {
            case UP, KP_UP -> Keys.Key.UP;
            case DOWN, KP_DOWN -> Keys.Key.DOWN;
            case RIGHT, KP_RIGHT -> Keys.Key.RIGHT;
            case LEFT, KP_LEFT -> Keys.Key.LEFT;
            case ENTER, TAB, HOME, END, INSERT, DELETE, PAGE_UP, PAGE_DOWN, ESCAPE -> Keys.Key.valueOf(code.name());
            case BACK_SPACE -> Keys.Key.BACKSPACE;
            case F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12 -> Keys.Key.valueOf(code.name());
            default -> null;
        };
    }

    /// Lets accents and characters that are composed come in whole.
    private final class Committed implements InputMethodRequests {
        @Override
        public Point2D getTextLocation(int offset) {
            return view.localToScreen(0, view.getHeight());
        }

        @Override
        public int getLocationOffset(int x, int y) {
            return 0;
        }

        @Override
        public void cancelLatestCommittedText() {
            // What was sent to a program can't be taken back.
        }

        @Override
        public String getSelectedText() {
            return "";
        }
    }
}
