package plantao.ui.fx;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Shows where the keyboard is, also where the program has put the focus: by itself JavaFX shows it only after Tab
/// and arrows, so that Space and Enter would act on something that does not stand out, or is out of sight. After
/// a click nothing is ringed.
public final class FocusRing {
    private static final PseudoClass RING = PseudoClass.getPseudoClass("focus-visible");

    private boolean keyboard;
    private @Nullable Node ringed;

    private FocusRing(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!event.getCode().isModifierKey()) {
                keyboard = true;
                ring(scene.getFocusOwner());
            }
        });
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> {
            keyboard = false;
            ring(null);
        });
        scene.focusOwnerProperty().addListener((_, _, now) -> {
            ring(keyboard ? now : null);
            if (keyboard && now != null) {
                ScrollIntoView.bring(now);
            }
        });
    }

    /// From now on the node of this scene that has the focus is ringed while the keyboard is used.
    public static void on(Scene scene) {
        var _ = new FocusRing(scene);
    }

    private void ring(@Nullable Node now) {
        Node before = ringed;
        if (before != null && before != now) {
            before.pseudoClassStateChanged(RING, before.isFocusVisible());
        }
        if (now != null) {
            now.pseudoClassStateChanged(RING, true);
        }
        ringed = now;
    }
}
