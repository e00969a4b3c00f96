package plantao.ui.playbook;

import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;

/// A field for one command. A field of one line would glue pasted lines together without a word between them; here
/// they stay commands of their own, to be read before Enter.
final class CommandField extends TextField {

    @Override
    public void paste() {
        String pasted = Clipboard.getSystemClipboard().getString();
        if (pasted != null && pasted.strip().lines().count() > 1) {
            replaceSelection(PastedLines.inOne(pasted));
        } else {
            super.paste();
        }
    }
}
