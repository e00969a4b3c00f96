package plantao.ui.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Scene;

/// The two looks of the window. Both are Primer of AtlantaFX with Plantão's own stylesheets on top.
public enum Theme {
    LIGHT("light.css"),
    DARK("dark.css");

    /// From the general to the particular: a later file may refine an earlier one.
    private static final List<String> SHARED =
            List.of("base.css", "controls.css", "frame.css", "board.css", "playbook.css", "documents.css", "marks.css");

    private final String variables;

    Theme(String variables) {
        this.variables = variables;
    }

    /// Primer's stylesheet, for [Application#setUserAgentStylesheet(String)].
    public String userAgentStylesheet() {
        return switch (this) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
            case DARK -> new PrimerDark().getUserAgentStylesheet();
        };
    }

    /// Plantão's stylesheets for [Scene#getStylesheets()], in this order.
    public List<String> stylesheets() {
        return Stream.concat(Stream.of(variables), SHARED.stream())
                .map(Theme::address)
                .toList();
    }

    /// Gives `scene`, and every window opened from it, this look. Call it again to switch.
    public void applyTo(Scene scene) {
        Application.setUserAgentStylesheet(userAgentStylesheet());
        scene.getStylesheets().setAll(stylesheets());
    }

    private static String address(String file) {
        URL found = Theme.class.getResource("/plantao/ui/theme/" + file);
        return Objects.requireNonNull(found, "The stylesheet " + file + " is missing; install Plantão again.")
                .toExternalForm();
    }
}
