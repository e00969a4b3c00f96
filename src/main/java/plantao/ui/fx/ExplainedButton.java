package plantao.ui.fx;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A button that says why it can't act: a disabled button shows no tooltip, so this stands around it and does.
public final class ExplainedButton extends StackPane {
    private final Button button;
    private final Tooltip why = new Tooltip();

    public ExplainedButton(Button button) {
        super(button);
        this.button = button;
    }

    /// @param reason why the button can't act, or null when it can
    public void refuse(@Nullable String reason) {
        button.setDisable(reason != null);
        Tooltip.uninstall(this, why);
        if (reason != null) {
            why.setText(reason);
            Tooltip.install(this, why);
        }
    }
}
