package plantao.ui.shift;

import java.util.List;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.Texts;

/// Who has the same checklist open on another console.
final class ChecklistPresence extends Label {
    private static final int MOST = 2;

    private final Texts texts;
    private List<String> shown = List.of();

    ChecklistPresence(Texts texts) {
        super("", new FontIcon("fth-users"));
        this.texts = texts;
        getStyleClass().addAll("chip", "accent");
        setMinWidth(24);
        Nodes.show(this, false);
    }

    /// @param names nobody when it is empty
    void show(List<String> names) {
        if (names.equals(shown)) {
            return;
        }
        shown = List.copyOf(names);
        List<String> drawn = names.stream().map(Fonts::drawable).toList();
        setText(String.join(", ", drawn.subList(0, Math.min(MOST, drawn.size())))
                + (drawn.size() > MOST ? " +" + (drawn.size() - MOST) : ""));
        String about = names.isEmpty() ? null : texts.get("beside", String.join(", ", drawn));
        Nodes.tip(this, about);
        setAccessibleText(about);
        Nodes.show(this, !names.isEmpty());
    }
}
